import type { Permission } from '@contract/permission.ts';
import type { AdminLock } from '../admin/admin-lock.ts';
import type { Actor } from '../domain/actor.ts';
import { ADMIN, GUARD } from './actors.ts';

/** Says who asks, and whether they may. */
export class Access {
  readonly #lock: Pick<AdminLock, 'status' | 'admit'>;

  constructor(lock: Pick<AdminLock, 'status' | 'admit'>) {
    this.#lock = lock;
  }

  /** Who is at the desk now. Asking for that keeps nothing unlocked. */
  get actor(): Actor {
    return this.#lock.status.state === 'unlocked' ? ADMIN : GUARD;
  }

  /** Who asks for something that takes this permission (null: none); null where they have not got it. */
  admit(permission: Permission | null): Actor | null {
    // What the guard may do as well says nothing of the admin being there, and must not keep the app unlocked.
    if (permission !== null && !GUARD.may(permission)) this.#lock.admit();
    const { actor } = this;
    return permission === null || actor.may(permission) ? actor : null;
  }
}

import type { AccessState } from '@contract/models/access.ts';
import { type Permission, PERMISSIONS } from '@contract/permission.ts';
import type { AdminLock } from '../admin/admin-lock.ts';
import type { Actor } from '../domain/actor.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import { ADMIN, GUARD } from './actors.ts';

type Lock = Pick<AdminLock, 'status' | 'admit'> & { changed: Pick<AdminLock['changed'], 'on'> };

/** Says who asks, and whether they may. */
export class Access {
  /** Somebody else is at the desk. */
  readonly changed = new Emitter<AccessState>();
  readonly #lock: Lock;
  #told: Actor;

  constructor(lock: Lock) {
    this.#lock = lock;
    this.#told = this.actor;
    lock.changed.on(() => this.#onLockChanged());
  }

  /** Who is at the desk now. Asking for that keeps nothing unlocked. */
  get actor(): Actor {
    return this.#lock.status.state === 'unlocked' ? ADMIN : GUARD;
  }

  /** The same, for pages. */
  get state(): AccessState {
    const { actor } = this;
    return { actor: actor.name, permissions: PERMISSIONS.filter((one) => actor.may(one)) };
  }

  /** Who asks for something that takes this permission (null: none); null where they have not got it. */
  admit(permission: Permission | null): Actor | null {
    // What the guard may do as well says nothing of the admin being there, and must not keep the app unlocked.
    if (permission !== null && !GUARD.may(permission)) this.#lock.admit();
    const { actor } = this;
    return permission === null || actor.may(permission) ? actor : null;
  }

  #onLockChanged(): void {
    const { actor } = this;
    if (actor === this.#told) return;
    this.#told = actor;
    this.changed.emit(this.state);
  }
}

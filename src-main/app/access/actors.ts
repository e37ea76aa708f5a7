import { type Permission, PERMISSIONS } from '@contract/permission.ts';
import type { Actor } from '../domain/actor.ts';

/** Whoever is at the desk. */
export const GUARD = everywhere('guard', ['watch', 'review', 'steer', 'acknowledge']);

/** Whoever has entered the admin PIN. */
export const ADMIN = everywhere('admin', PERMISSIONS);

function everywhere(name: string, permissions: readonly Permission[]): Actor {
  return { name, may: (permission) => permissions.includes(permission) };
}

import { type Permission, PERMISSIONS, type Subject } from '@contract/permission.ts';

/** Somebody who asks for something, as far as the app tells people apart. */
export interface Actor {
  /** For the admin log. */
  readonly name: string;
  /** Without a subject: anywhere at all. */
  may(permission: Permission, subject?: Subject): boolean;
}

/** Whoever is at the desk. */
export const GUARD = everywhere('guard', ['watch', 'review', 'steer', 'acknowledge']);

/** Whoever has entered the admin PIN. */
export const ADMIN = everywhere('admin', PERMISSIONS);

function everywhere(name: string, permissions: readonly Permission[]): Actor {
  return { name, may: (permission) => permissions.includes(permission) };
}

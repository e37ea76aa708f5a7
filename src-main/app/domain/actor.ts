import type { Permission, Subject } from '@contract/permission.ts';

/** Somebody who asks for something, as far as the app tells people apart. */
export interface Actor {
  /** For the admin log. */
  readonly name: string;
  /** Without a subject: anywhere at all. */
  may(permission: Permission, subject?: Subject): boolean;
}

import type { Permission } from '@contract/permission.ts';
import type { Actor } from './actor.ts';

/** A window, for as long as its page lives: the id of its WebContents. */
export type ViewerId = number;

/** Recordings belong to no window. */
export const NO_WINDOW: ViewerId = 0;

/** On whose behalf a stream is played, and where. */
export interface LeaseHolder {
  readonly viewer: ViewerId;
  readonly actor: Actor;
  /** What the actor was let in with. */
  readonly permission: Permission;
}

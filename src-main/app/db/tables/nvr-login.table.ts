import type { LoginDoor } from '@contract/models/nvr-login.ts';

/** A recorder that refused its login, kept over restarts so that a known bad password is not tried again. */
export interface NvrLoginTable {
  nvr_id: number;
  state: 'refused' | 'locked';
  /** Unix time in ms when a lock ends; null for a refusal. */
  until_ms: number | null;
  /** Which of the recorder's servers refused. */
  door: LoginDoor;
  /** As the recorder told it last; null: it does not tell. */
  tries_left: number | null;
  /** Failed logins since the password was saved or last accepted. */
  failed: number;
}

/** A recorder that refused its login, kept over restarts so that a known bad password is never tried again. */
export interface NvrLoginTable {
  nvr_id: number;
  state: 'refused' | 'locked';
  /** Unix time in ms when a lock ends; null for a refusal, which only a new password ends. */
  until_ms: number | null;
}

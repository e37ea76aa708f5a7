/** Whether a recorder takes its stored user and password. Only `accepted` recorders are asked for pictures. */
export type NvrLogin =
  /** Not asked yet in this run. */
  | { state: 'checking' }
  | { state: 'accepted' }
  /** Nobody answers at the address; asked again by itself. */
  | { state: 'unreachable' }
  /** Nothing is sent to the recorder until somebody enters a new password. */
  | { state: 'refused' }
  /** The recorder locked the account after failed logins. Nothing is sent before `untilMs` (Date.now()), which would begin the lock anew. */
  | { state: 'locked'; untilMs: number }
  /** Another certificate than the accepted one is shown: nothing is sent until somebody accepts it, or the old one is back. Both SHA-256. */
  | { state: 'certificate-changed'; fingerprint: string; pinnedFingerprint: string }
  /** The keychain has no password for this recorder. */
  | { state: 'no-password' };

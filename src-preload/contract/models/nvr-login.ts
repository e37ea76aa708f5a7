/** A recorder's two ways in: its web server (ISAPI) and its RTSP server. They do not always agree about a login. */
export type LoginDoor = 'web' | 'rtsp';

/** Whether a recorder takes its stored user and password. Only `accepted` recorders are asked for pictures. */
export type NvrLogin =
  /** Not asked yet in this run, or the keychain does not give the password now. */
  | { state: 'checking' }
  | { state: 'accepted' }
  /** Nobody answers at the address; asked again by itself. */
  | { state: 'unreachable' }
  /**
   * `door` refused it; `rtsp` with a working web server means that the login itself may be good. `triesLeft` as the device told it, null
   * where it does not. The password is sent again only when the device shows a change, and never more than twice without one.
   */
  | { state: 'refused'; door: LoginDoor; triesLeft: number | null }
  /** The recorder locked the account after failed logins. Nothing is sent before `untilMs` (Date.now()), which would begin the lock anew. */
  | { state: 'locked'; untilMs: number }
  /** Another certificate than the accepted one is shown: nothing is sent until somebody accepts it, or the old one is back. Both SHA-256. */
  | { state: 'certificate-changed'; fingerprint: string; pinnedFingerprint: string }
  /**
   * There is no password for this recorder: `missing` from the keychain, `never-given` (a site file without passwords), or withheld
   * because the recorder has `another-address` than the one it was given for.
   */
  | { state: 'no-password'; reason: MissingPassword };

/** Why there is no password to log in with. */
export type MissingPassword = 'missing' | 'never-given' | 'another-address';

import type { LoginDoor } from '@contract/models/nvr-login.ts';
import type { DeviceSigns } from '../gate/refused-login.ts';
import type { RtspLogin } from './rtsp-login.ts';
import type { LoginVerdict } from './login-verdict.ts';

/** What one recorder can be asked about its login. */
export interface LoginQuestions {
  /** Whether it takes the password: one failed login at most. */
  verify: (password: string, signal: AbortSignal) => Promise<LoginVerdict>;
  /** Asks the web server alone: one failed login at most, none when the login is good. Null: it tells nothing. */
  web: (password: string, signal: AbortSignal) => Promise<LoginVerdict | null>;
  /** Logs in once over RTSP, for another stream than this one if there is any. */
  rtsp: (
    password: string,
    otherThan: string | null,
    signal: AbortSignal,
  ) => Promise<{ state: RtspLogin; stream: string | null }>;
  /** What the device shows to somebody who sends no login: that is free. */
  look: (door: LoginDoor, signal: AbortSignal) => Promise<DeviceSigns>;
}

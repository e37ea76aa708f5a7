import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { IsapiError } from '../../../isapi/isapi-error.ts';
import type { LoginCheck } from '../../../isapi/endpoints/user-check.ts';

/** Hikvision's factory setting, for a recorder that does not say how long it locks an account. */
const USUAL_LOCK_MS = 30 * 60 * 1000;

/** What one check taught; `checking` and `no-password` are not its to say. */
export type LoginVerdict = Exclude<NvrLogin, { state: 'checking' | 'no-password' }>;

/** The verdicts that close the gate. */
export type LoginRefused = Extract<
  LoginVerdict,
  { state: 'refused' | 'locked' | 'certificate-changed' }
>;

/** What ISAPI's answer means; null: it did not tell. */
export function verdictOf(check: LoginCheck): LoginVerdict | null {
  switch (check.state) {
    case 'ok':
      return { state: 'accepted' };
    case 'wrong-password':
      return { state: 'refused', door: 'web', triesLeft: check.triesLeft };
    case 'not-activated':
      return { state: 'refused', door: 'web', triesLeft: null };
    case 'locked':
      return lockedFor(check.unlockInMs);
    case 'not-supported':
      return null;
    case 'unknown':
      return changedCertificate(check.error);
  }
}

/** Another device may be answering there, so the login is not tried at its RTSP door either. */
function changedCertificate(error: IsapiError): LoginVerdict | null {
  if (error.kind !== 'tls' || error.reason !== 'changed-certificate') return null;
  const { fingerprint, pinnedFingerprint } = error;
  return { state: 'certificate-changed', fingerprint, pinnedFingerprint };
}

/** An account that is locked from now on; null: the recorder does not say for how long. */
export function lockedFor(unlockInMs: number | null): LoginRefused {
  return { state: 'locked', untilMs: Date.now() + (unlockInMs ?? USUAL_LOCK_MS) };
}

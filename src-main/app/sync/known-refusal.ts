import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { ProbeFailure } from '@contract/models/probe.ts';
import { lockedFor, type LoginRefused } from '../recorders/login/device/login-verdict.ts';

/** Why a recorder need not be asked: its login is known to be refused or locked. Null: it may be. */
export function knownRefusal(login: NvrLogin, nowMs: number): ProbeFailure | null {
  if (login.state === 'refused' && login.door === 'web') {
    const { triesLeft } = login;
    return { step: 'login', kind: 'wrong-password', triesLeft, wasSent: false };
  }
  const unlockInMs = login.state === 'locked' ? login.untilMs - nowMs : 0;
  if (unlockInMs <= 0) return null;
  return { step: 'login', kind: 'locked', unlockInMs };
}

/**
 * What a failed look means for the recorder's login; null: nothing by itself. Only the login check speaks of the password: a list may
 * answer 401 because the account must not read it.
 */
export function refusalOf(failure: ProbeFailure): LoginRefused | null {
  if (failure.kind === 'locked') return lockedFor(failure.unlockInMs);
  if (failure.kind === 'certificate-changed') {
    const { fingerprint, pinnedFingerprint } = failure;
    return { state: 'certificate-changed', fingerprint, pinnedFingerprint };
  }
  if (failure.kind === 'wrong-password') {
    if (failure.step !== 'login') return null;
    return { state: 'refused', door: 'web', triesLeft: failure.triesLeft };
  }
  return failure.kind === 'not-activated'
    ? { state: 'refused', door: 'web', triesLeft: null }
    : null;
}

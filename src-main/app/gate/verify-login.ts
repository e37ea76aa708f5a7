import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import { HttpClient } from '../isapi/http-client.ts';
import { checkLogin } from '../isapi/user-check.ts';
import { hikvisionPath } from '../nvr/rtsp-url.ts';
import { checkRtspLogin } from './rtsp-login.ts';

const CHECK_TIMEOUT_MS = 5_000;
/** Hikvision's factory setting, for a recorder that does not say how long it locks an account. */
const USUAL_LOCK_MS = 30 * 60 * 1000;
const FIRST_CHANNEL = 1;

/** What one check taught; `checking` and `no-password` are not its to say. */
export type LoginVerdict = Exclude<NvrLogin, { state: 'checking' | 'no-password' }>;

/** The verdicts that close the gate. */
export type LoginRefused = Extract<LoginVerdict, { state: 'refused' | 'locked' }>;

/** A recorder's address and user, as a check needs them. */
export type LoginTarget = Pick<
  Nvr,
  'host' | 'rtspPort' | 'httpPort' | 'isHttps' | 'fingerprint' | 'username'
>;

/**
 * Finds out with at most one failed login whether a recorder takes the password: by ISAPI userCheck, which also tells a lock
 * without a try, else by one RTSP login.
 */
export async function verifyLogin(
  nvr: LoginTarget,
  password: string,
  signal: AbortSignal,
): Promise<LoginVerdict> {
  const { host, httpPort, isHttps, fingerprint, username } = nvr;
  const client = new HttpClient(
    { host, port: httpPort, isHttps, username, password },
    {
      trust: { pinnedFingerprint: fingerprint, canTrustFirstUse: false },
      timeoutMs: CHECK_TIMEOUT_MS,
      busyDelaysMs: [],
    },
  );
  const check = await checkLogin(client, signal);
  switch (check.state) {
    case 'ok':
      return { state: 'accepted' };
    case 'wrong-password':
    case 'not-activated':
      return { state: 'refused' };
    case 'locked':
      return lockedFor(check.unlockInMs);
    case 'not-supported':
    case 'unknown':
      return {
        state: await checkRtspLogin(
          { ...nvr, password },
          hikvisionPath(FIRST_CHANNEL, 'main'),
          signal,
        ),
      };
  }
}

/** An account that is locked from now on; null: the recorder does not say for how long. */
export function lockedFor(unlockInMs: number | null): LoginRefused {
  return { state: 'locked', untilMs: Date.now() + (unlockInMs ?? USUAL_LOCK_MS) };
}

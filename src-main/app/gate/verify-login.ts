import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import { HttpClient } from '../isapi/http-client.ts';
import type { IsapiError } from '../isapi/isapi-error.ts';
import { checkLogin } from '../isapi/user-check.ts';
import { checkRtspLogin } from './rtsp-login.ts';

const CHECK_TIMEOUT_MS = 5_000;
/** Hikvision's factory setting, for a recorder that does not say how long it locks an account. */
const USUAL_LOCK_MS = 30 * 60 * 1000;

/** What one check taught; `checking` and `no-password` are not its to say. */
export type LoginVerdict = Exclude<NvrLogin, { state: 'checking' | 'no-password' }>;

/** A recorder's address and user, as a check needs them. */
export type LoginTarget = Pick<
  Nvr,
  'host' | 'rtspPort' | 'httpPort' | 'isHttps' | 'fingerprint' | 'username' | 'layout'
> & {
  /** Where to try the login over RTSP: the stream of one of its cameras. */
  path: string;
};

/**
 * Finds out with at most one failed login whether a recorder takes the password: by ISAPI userCheck, which also tells a lock
 * without a try, else by one RTSP login. Only Hikvision-compatible recorders are asked by ISAPI. A camera without a login is
 * not asked at all.
 */
export async function verifyLogin(
  nvr: LoginTarget,
  password: string,
  signal: AbortSignal,
): Promise<LoginVerdict> {
  const { host, httpPort, isHttps, fingerprint, username, layout } = nvr;
  if (username === '') return { state: 'accepted' };
  if (layout.kind !== 'hikvision') return byRtsp(nvr, password, signal);
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
      return { state: 'locked', untilMs: Date.now() + (check.unlockInMs ?? USUAL_LOCK_MS) };
    case 'not-supported':
      return byRtsp(nvr, password, signal);
    case 'unknown':
      return changedCertificate(check.error) ?? byRtsp(nvr, password, signal);
  }
}

async function byRtsp(
  nvr: LoginTarget,
  password: string,
  signal: AbortSignal,
): Promise<LoginVerdict> {
  return { state: await checkRtspLogin({ ...nvr, password }, nvr.path, signal) };
}

/** Another device may be answering there, so the login is not tried at another of its doors either. */
function changedCertificate(error: IsapiError): LoginVerdict | null {
  if (error.kind !== 'tls' || error.reason !== 'changed-certificate') return null;
  const { fingerprint, pinnedFingerprint } = error;
  return { state: 'certificate-changed', fingerprint, pinnedFingerprint };
}

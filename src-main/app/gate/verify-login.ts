import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import { HttpClient } from '../isapi/http/http-client.ts';
import type { IsapiError } from '../isapi/isapi-error.ts';
import { checkLogin, type LoginCheck } from '../isapi/endpoints/user-check.ts';
import { checkRtspLogin, type RtspDescriber } from './rtsp-login.ts';

const CHECK_TIMEOUT_MS = 5_000;
/** A closed web door costs each check its time-out where a firewall swallows packets, so it is not tried before each dial. */
const SHUT_DOOR_MS = 5 * 60 * 1000;
/** Hikvision's factory setting, for a recorder that does not say how long it locks an account. */
const USUAL_LOCK_MS = 30 * 60 * 1000;

/** What one check taught; `checking` and `no-password` are not its to say. */
export type LoginVerdict = Exclude<NvrLogin, { state: 'checking' | 'no-password' }>;

/** The verdicts that close the gate. */
export type LoginRefused = Extract<
  LoginVerdict,
  { state: 'refused' | 'locked' | 'certificate-changed' }
>;

/** A recorder's web server and user. */
export type WebTarget = Pick<
  Nvr,
  'host' | 'httpPort' | 'isHttps' | 'fingerprint' | 'username' | 'layout'
>;

/** A recorder's address and user, as a check needs them. */
export type LoginTarget = WebTarget & {
  rtspPort: number;
  /** Where to try the login over RTSP: the stream of one of its cameras. */
  path: string;
};

/**
 * Finds out with at most one failed login whether a recorder takes the password: by ISAPI userCheck, which also tells a lock
 * without a try, else by one RTSP login. Only Hikvision-compatible recorders are asked by ISAPI. A camera without a login is
 * not asked at all.
 */
export class LoginVerifier {
  /** Web doors that did not help although the login was good, and until when they are left alone (performance.now()). */
  readonly #shutDoors = new Map<string, number>();
  readonly #rtsp: RtspDescriber;

  constructor(rtsp: RtspDescriber) {
    this.#rtsp = rtsp;
  }

  async verify(nvr: LoginTarget, password: string, signal: AbortSignal): Promise<LoginVerdict> {
    const { username, path } = nvr;
    if (username === '') return { state: 'accepted' };
    const isDoorTried = this.#isDoorOpen(nvr);
    const verdict = await this.verifyByWeb(nvr, password, signal);
    if (verdict !== null) return verdict;
    const state = await checkRtspLogin(this.#rtsp, { ...nvr, password }, path, signal);
    if (state !== 'accepted') this.#shutDoors.delete(doorOf(nvr));
    else if (isDoorTried) this.#shutDoors.set(doorOf(nvr), performance.now() + SHUT_DOOR_MS);
    return state === 'refused' ? { state, door: 'rtsp', triesLeft: null } : { state };
  }

  /** Asks the web server only, where there is one that knows such a question; null: it did not tell. */
  async verifyByWeb(
    nvr: WebTarget,
    password: string,
    signal: AbortSignal,
  ): Promise<LoginVerdict | null> {
    if (!this.#isDoorOpen(nvr)) return null;
    return verdictOf(await checkLogin(isapiClient(nvr, password), signal));
  }

  #isDoorOpen(nvr: WebTarget): boolean {
    if (nvr.layout.kind !== 'hikvision' || nvr.username === '') return false;
    return (this.#shutDoors.get(doorOf(nvr)) ?? 0) <= performance.now();
  }
}

function doorOf({ host, httpPort }: WebTarget): string {
  return `${host} ${httpPort}`;
}

function isapiClient(nvr: WebTarget, password: string): HttpClient {
  const { host, httpPort, isHttps, fingerprint, username } = nvr;
  return new HttpClient(
    { host, port: httpPort, isHttps, username, password },
    {
      trust: { pinnedFingerprint: fingerprint, canTrustFirstUse: false },
      timeoutMs: CHECK_TIMEOUT_MS,
      busyDelaysMs: [],
    },
  );
}

/** Null: ISAPI did not tell. */
function verdictOf(check: LoginCheck): LoginVerdict | null {
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

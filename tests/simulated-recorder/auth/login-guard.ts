import { buildWWWAuthenticateHeader, DIGEST } from 'http-auth-utils';
import type { RecorderState } from '../recorder-state.ts';
import { isDigestValid, parseDigest } from './digest-check.ts';
import { NonceBook } from './nonce-book.ts';

/** One request as the guard sees it; ISAPI and RTSP share the guard because a real recorder shares the budget of tries. */
export interface LoginAttempt {
  readonly protocol: 'rtsp' | 'http';
  readonly method: string;
  readonly authorization: string | undefined;
  /** Set where the client must have signed exactly this URI (HTTP: with its query string). */
  readonly signedUri?: string;
}

/** The guard's answer; everything but `accepted` is a 401 with {@link LoginGuard.challenge}. While locked, right logins are refused too. */
export type LoginVerdict = 'accepted' | 'unauthenticated' | 'stale' | 'wrong' | 'locked';

/** Decides every login of the recorder in one place and keeps the tries that both protocols share. */
export class LoginGuard {
  readonly #state: RecorderState;
  readonly #nonces = new NonceBook();

  constructor(state: RecorderState) {
    this.#state = state;
  }

  check(attempt: LoginAttempt): LoginVerdict {
    if (attempt.protocol === 'rtsp' && !this.#state.profile.hasRtspLogin) return 'accepted';
    if (attempt.authorization === undefined) return 'unauthenticated';
    const { lockOut, counters } = this.#state;
    const wasLocked = lockOut.isLocked;
    const verdict = wasLocked ? 'locked' : this.#verdictFor(attempt, attempt.authorization);
    if (verdict === 'accepted') lockOut.countAccepted();
    if (verdict === 'wrong' || verdict === 'locked') {
      lockOut.countRefused();
      counters.failedLogins[attempt.protocol] += 1;
    }
    if (wasLocked) counters.loginsWhileLocked[attempt.protocol] += 1;
    return verdict;
  }

  #verdictFor(attempt: LoginAttempt, authorization: string): LoginVerdict {
    const claim = parseDigest(authorization);
    if (claim === undefined) return 'wrong';
    if (attempt.signedUri !== undefined && attempt.signedUri !== claim.uri) return 'wrong';
    if (attempt.protocol === 'rtsp' && this.#state.isRtspRefusing) return 'wrong';
    const { user, password, realm } = this.#state;
    if (!isDigestValid(claim, { user, password, realm, method: attempt.method })) {
      return 'wrong';
    }
    return this.#nonces.use(claim.nonce, claim.nc) === 'fresh' ? 'accepted' : 'stale';
  }

  /** The fields a Hikvision web server sends; its RTSP server leaves qop out, so clients fall back to RFC 2069. */
  challenge(protocol: 'rtsp' | 'http', verdict: LoginVerdict): string {
    const stale = verdict === 'stale' ? 'TRUE' : 'FALSE';
    const nonce = this.#nonces.issue();
    const http = protocol === 'http' ? { qop: 'auth', opaque: '', algorithm: 'MD5' } : {};
    return buildWWWAuthenticateHeader(DIGEST as DigestBuilder, {
      ...{ realm: this.#state.realm, nonce, stale },
      ...http,
    });
  }

  forgetNonces(): void {
    this.#nonces.forgetAll();
  }
}

/** The package types `stale` as lower case, while recorders send it in capitals. */
interface DigestBuilder {
  type: string;
  parseWWWAuthenticateRest(rest: string): Record<string, string>;
  buildWWWAuthenticateRest(data: Record<string, string>): string;
  parseAuthorizationRest(rest: string): Record<string, string>;
  buildAuthorizationRest(data: Record<string, string>): string;
}

import { DigestSession } from '../../net/digest/digest-session.ts';
import type { SharedLogin } from './shared-login.ts';
import { StreamFailure } from './stream-failure.ts';

const BASIC = /^\s*basic(?:\s|$)|,\s*basic\s+realm/i;
const UNAUTHORIZED = 401;

/** As whom a device is asked. */
export interface RtspCredentials {
  readonly username: string;
  readonly password: string;
  /** Whether somebody allowed that this device gets the password in the clear where it takes nothing else. */
  readonly mayUseBasic: boolean;
}

/** Signs the requests of one session: never unasked, never by Basic where Digest is offered, and a refused login once only. */
export class RtspLogin {
  readonly #credentials: RtspCredentials;
  readonly #shared: SharedLogin;
  readonly #digest: DigestSession;
  readonly #grantedAtMs = performance.now();
  #basic: string | null = null;
  /** When a signed request was answered with something else than 401 for the last time (performance.now()). */
  #acceptedAtMs: number | null = null;
  /** The nonce in use has served a request. */
  #isNonceUsed = false;
  /** It came after one that had served, without a word that it was too old. */
  #isSuccessor = false;

  constructor(credentials: RtspCredentials, shared: SharedLogin) {
    this.#credentials = credentials;
    this.#shared = shared;
    this.#digest = new DigestSession(credentials);
  }

  /** False while another session's refusal says that signing would only be one more failed login. */
  get maySign(): boolean {
    if (this.#acceptedAtMs !== null) return this.#shared.mayGoOn(this.#acceptedAtMs);
    return this.#shared.mayBegin(this.#grantedAtMs);
  }

  /**
   * An Authorization value for one request, or null while none was asked for.
   * @throws {StreamFailure} Not now.
   */
  sign(method: string, url: string): string | null {
    if (this.#basic === null && this.#digest.nonce === null) return null;
    if (!this.maySign) throw new StreamFailure('refused-here');
    return this.#basic ?? this.#digest.sign(method, url);
  }

  /** A signed request was answered with something else than 401. Where nonces are good for one request, the next one is asked unsigned. */
  prove(): void {
    const shared = this.#shared;
    if (this.#acceptedAtMs === null) shared.tellFirst(true);
    if (this.#isSuccessor) shared.areNoncesReusable = false;
    else if (this.#isNonceUsed) shared.areNoncesReusable ??= true;
    this.#acceptedAtMs = performance.now();
    this.#isNonceUsed = true;
    this.#isSuccessor = false;
    if (shared.areNoncesReusable === false) this.#digest.forget();
  }

  /**
   * After a 401 to an unsigned request: the next one can be signed.
   * @throws {StreamFailure} It cannot.
   */
  takeUp(challenges: readonly string[]): void {
    const { username, password, mayUseBasic } = this.#credentials;
    if (username === '') throw new StreamFailure('login-missing', UNAUTHORIZED);
    this.#isNonceUsed = false;
    if (this.#digest.adopt(challenges) !== null) return;
    if (!challenges.some((challenge) => BASIC.test(challenge)))
      throw new StreamFailure('rejected', UNAUTHORIZED);
    if (!mayUseBasic) throw new StreamFailure('basic-only', UNAUTHORIZED);
    this.#basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  /**
   * After a 401 to a signed request: it may be signed again where the device says that the nonce was too old. Not all say so of nonces
   * that are good for one request. So the first time that a nonce is used twice at a device, and another one comes, that one is tried,
   * and what came of it is known from then on.
   * @throws {StreamFailure} The login was refused.
   */
  renew(challenges: readonly string[]): void {
    const before = this.#digest.nonce;
    const challenge = this.#digest.adopt(challenges);
    const isOther = challenge !== null && challenge.nonce !== before;
    this.#isSuccessor = isOther && this.#isNonceUsed && this.#shared.areNoncesReusable === null;
    this.#isNonceUsed = false;
    if (challenge?.isStale !== true && !this.#isSuccessor) throw this.refuse();
  }

  /** The login is refused for good: what others should know of it. */
  refuse(): StreamFailure {
    if (this.#acceptedAtMs !== null) this.#shared.withdraw();
    else this.#shared.tellFirst(false);
    return new StreamFailure('login-refused', UNAUTHORIZED);
  }

  /** The next request is asked unsigned, which costs nothing. */
  forgetNonce(): void {
    this.#basic = null;
    this.#digest.forget();
  }
}

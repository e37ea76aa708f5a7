import { DigestSession } from '../../net/digest/digest-session.ts';
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

/** Signs the requests of one connection: never unasked, never by Basic where Digest is offered, and a refused login once only. */
export class RtspLogin {
  readonly #credentials: RtspCredentials;
  readonly #digest: DigestSession;
  #basic: string | null = null;
  #isProven = false;

  constructor(credentials: RtspCredentials) {
    this.#credentials = credentials;
    this.#digest = new DigestSession(credentials);
  }

  /** An Authorization value for one request, or null while none was asked for. */
  sign(method: string, url: string): string | null {
    return this.#basic ?? this.#digest.sign(method, url);
  }

  /** A signed request was answered with something else than 401. */
  prove(): void {
    this.#isProven = true;
  }

  /**
   * After a 401 to an unsigned request: the next one can be signed.
   * @throws {StreamFailure} It cannot.
   */
  takeUp(challenges: readonly string[]): void {
    const { username, password, mayUseBasic } = this.#credentials;
    if (username === '') throw new StreamFailure('login-missing', UNAUTHORIZED);
    if (this.#digest.adopt(challenges) !== null) return;
    if (!challenges.some((challenge) => BASIC.test(challenge)))
      throw new StreamFailure('rejected', UNAUTHORIZED);
    if (!mayUseBasic) throw new StreamFailure('basic-only', UNAUTHORIZED);
    this.#basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  /**
   * After a 401 to a signed request: it may be signed again where the nonce was too old, or good for one request only, which a server may
   * not say. Then the login was accepted before.
   * @throws {StreamFailure} The login was refused.
   */
  renew(challenges: readonly string[]): void {
    const challenge = this.#digest.adopt(challenges);
    const isRenewable = challenge !== null && (challenge.isStale || this.#isProven);
    if (!isRenewable) throw new StreamFailure('login-refused', UNAUTHORIZED);
  }
}

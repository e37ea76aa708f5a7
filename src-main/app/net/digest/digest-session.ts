import { randomBytes } from 'node:crypto';
import { digestAuthorization, type Credentials } from './digest-answer.ts';
import { chooseChallenge, type DigestChallenge } from './digest-challenge.ts';

const CLIENT_NONCE_BYTES = 16;

/** One login to one device, shared by all its callers: asking for a new nonce each time has made recorders count thousands of logins an hour. */
export class DigestSession {
  readonly #credentials: Credentials;
  #challenge: DigestChallenge | null = null;
  #uses = 0;

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
  }

  /** How often the present nonce has been used. */
  get uses(): number {
    return this.#uses;
  }

  /** The present nonce; null while no challenge is known. */
  get nonce(): string | null {
    return this.#challenge?.nonce ?? null;
  }

  /** Takes over what a 401 demands; null if it cannot be met (Basic only, an unknown hash). */
  adopt(headers: readonly string[]): DigestChallenge | null {
    // Node reads header bytes as Latin-1, and they go back and into the hash as they came.
    this.#challenge = chooseChallenge(headers);
    this.#uses = 0;
    return this.#challenge;
  }

  /** An Authorization value for exactly one request, or null while no challenge is known. */
  sign(method: string, uri: string, body = ''): string | null {
    if (this.#challenge === null) return null;
    this.#uses += 1;
    return digestAuthorization(this.#challenge, this.#credentials, {
      ...{ method, uri, body, count: this.#uses },
      clientNonce: randomBytes(CLIENT_NONCE_BYTES).toString('hex'),
    });
  }

  /** The next call begins unsigned, which is free of risk. */
  forget(): void {
    this.#challenge = null;
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import { err, ok, type Result } from '@contract/result.ts';
import { CallLimit } from './call-limit.ts';
import type { CertificateTrust } from './certificate-trust.ts';
import { openConnection } from './device-connection.ts';
import type { DeviceTarget } from './device-target.ts';
import { DigestSession } from './digest-session.ts';
import { exchange, type ExchangeAnswer } from './http-exchange.ts';
import { type IsapiError, plainError } from './isapi-error.ts';
import { judgeAnswer } from './judge-answer.ts';
import { objectionToLogin, readLoginRefusal, refusedLogin } from './login-refusal.ts';
import { interruption } from './network-error.ts';

const CALL_TIMEOUT_MS = 10_000;
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;
/** Recorders refuse further connections per endpoint (deployExceedMax) rather than queue them. */
const PARALLEL_CALLS = 2;
const BUSY_DELAYS_MS: readonly number[] = [500, 1500];
const UNAUTHORIZED = 401;
const SERVER_ERROR = 500;
const NEVER = new AbortController().signal;

/** How a client behaves; all but the trust has a default. */
export interface HttpClientOptions {
  readonly trust: CertificateTrust;
  /** For one attempt from the first packet to the last byte, signing included. */
  readonly timeoutMs?: number;
  readonly bodyLimitBytes?: number;
  /** The pauses before each new attempt at a busy recorder; none left means giving up. */
  readonly busyDelaysMs?: readonly number[];
}

/** One question to the device. */
export interface HttpCall {
  /** Path and query string, percent-encoded. */
  readonly path: string;
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** An XML document. */
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
  /** Asks without a login first although one is at hand: the refusal tells whether the account is locked, at no risk. */
  readonly isUnsignedFirst?: boolean;
}

/** Reads a body. */
export type BodyParser<T> = (body: string) => Result<T, IsapiError>;

/**
 * Speaks HTTP(S) with Digest to one device, for all callers at once, so gently that it cannot lock an account: never signs
 * unasked, lets nobody sign beside the first login, and after a refused password answers everybody by itself. Nothing throws.
 */
export class HttpClient {
  readonly #target: DeviceTarget;
  readonly #options: Required<HttpClientOptions>;
  readonly #digest: DigestSession;
  readonly #limit = new CallLimit(PARALLEL_CALLS);
  readonly #loginTurn = new CallLimit(1);
  #trust: CertificateTrust;
  #fingerprint: string | null = null;
  #isLoggedIn = false;
  #refusal: IsapiError | null = null;

  constructor(target: DeviceTarget, options: HttpClientOptions) {
    this.#target = target;
    this.#options = {
      timeoutMs: CALL_TIMEOUT_MS,
      bodyLimitBytes: BODY_LIMIT_BYTES,
      busyDelaysMs: BUSY_DELAYS_MS,
      ...options,
    };
    this.#trust = options.trust;
    this.#digest = new DigestSession(target);
  }

  /** SHA-256 of the certificate that was accepted; null before the first connection and over plain HTTP. */
  get fingerprint(): string | null {
    return this.#fingerprint;
  }

  /** Connects, judges the certificate and hangs up: says whether anything is there without asking it anything. */
  async reach(signal: AbortSignal = NEVER): Promise<Result<null, IsapiError>> {
    const connection = await openConnection(this.#target, this.#trust, this.#deadline(signal));
    if (!connection.ok) return connection;
    connection.value.socket.destroy();
    this.#pin(connection.value.fingerprint);
    return ok(null);
  }

  /** Asks and gives back the whole answer if its status is a success; a busy device is asked again a few times. */
  async request(call: HttpCall): Promise<Result<ExchangeAnswer, IsapiError>> {
    const { signal = NEVER } = call;
    for (const pauseMs of [...this.#options.busyDelaysMs, null]) {
      const result = await this.#inTurn(call, signal);
      if (result.ok || result.error.kind !== 'busy' || pauseMs === null) return result;
      // A cut pause needs no answer of its own: the next turn sees the signal.
      await delay(pauseMs, undefined, { signal }).catch(() => undefined);
    }
    return err(plainError('busy'));
  }

  /** GETs a path and reads its body. */
  async get<T>(
    path: string,
    parse: BodyParser<T>,
    signal?: AbortSignal,
  ): Promise<Result<T, IsapiError>> {
    const answer = await this.request({ path, signal });
    return answer.ok ? parse(answer.value.body.toString('utf8')) : answer;
  }

  async #inTurn(call: HttpCall, signal: AbortSignal): Promise<Result<ExchangeAnswer, IsapiError>> {
    const ask = (): Promise<Result<ExchangeAnswer, IsapiError>> =>
      this.#ask(call, this.#deadline(signal));
    try {
      return await this.#limit.run(signal, () =>
        // Two first logins side by side would spend two tries on one wrong password.
        this.#isLoggedIn ? ask() : this.#loginTurn.run(signal, ask),
      );
    } catch (error) {
      const cut = interruption(signal);
      if (cut === null) throw error;
      return err(cut);
    }
  }

  /** Asks, at most three times: unsigned, signed, and signed anew for a nonce that was too old. */
  async #ask(call: HttpCall, signal: AbortSignal): Promise<Result<ExchangeAnswer, IsapiError>> {
    const { method = 'GET', path } = call;
    let mayBeStale = true;
    let isSigning = call.isUnsignedFirst !== true;
    for (;;) {
      const refusal = this.#refused();
      if (refusal !== null) return err(refusal);
      const authorization = isSigning ? this.#digest.sign(method, path) : null;
      const isSigned = authorization !== null;
      const result = await this.#exchange(call, authorization, signal);
      if (!result.ok) return result;
      const answer = result.value;
      if (answer.status !== UNAUTHORIZED) return this.#settle(answer, isSigned);
      const end = isSigned ? this.#onRefused(answer, mayBeStale) : this.#onChallenge(answer);
      if (end !== null) return err(end);
      if (isSigned) mayBeStale = false;
      isSigning = true;
    }
  }

  /** A 401 to an unsigned request: why it must not or cannot be signed, or null. */
  #onChallenge(answer: ExchangeAnswer): IsapiError | null {
    const objection = objectionToLogin(readLoginRefusal(answer.body.toString('utf8')));
    if (objection !== null) return objection;
    return this.#digest.adopt(answer.challenges) === null
      ? plainError('not-supported', 'The NVR offers no Digest login, the only safe one here.')
      : null;
  }

  /** A 401 to a signed request: null only if the nonce was too old and may be replaced. */
  #onRefused(answer: ExchangeAnswer, mayBeStale: boolean): IsapiError | null {
    if (this.#digest.adopt(answer.challenges)?.isStale === true) {
      return mayBeStale ? null : plainError('bad-answer', 'The NVR’s login goes in circles.');
    }
    const refusal = refusedLogin(readLoginRefusal(answer.body.toString('utf8')));
    // The next call begins unsigned, and after a wrong password there is none.
    this.#digest.forget();
    this.#isLoggedIn = false;
    if (refusal.kind === 'auth') this.#refusal = refusal;
    return refusal;
  }

  #settle(answer: ExchangeAnswer, isSigned: boolean): Result<ExchangeAnswer, IsapiError> {
    // A server error may come from before the login was looked at.
    if (isSigned && answer.status < SERVER_ERROR) this.#isLoggedIn = true;
    const error = judgeAnswer(answer);
    return error === null ? ok(answer) : err(error);
  }

  async #exchange(
    { method = 'GET', path, body }: HttpCall,
    authorization: string | null,
    signal: AbortSignal,
  ): Promise<Result<ExchangeAnswer, IsapiError>> {
    const { bodyLimitBytes } = this.#options;
    const request = { method, path, body: body ?? null, authorization, bodyLimitBytes };
    const result = await exchange(this.#target, this.#trust, request, signal);
    if (result.ok) this.#pin(result.value.fingerprint);
    return result;
  }

  /** A method, since the compiler believes a field to be unchanged over an await. */
  #refused(): IsapiError | null {
    return this.#refusal;
  }

  /** What was trusted on first use is the only one trusted from then on. */
  #pin(fingerprint: string | null): void {
    this.#fingerprint = fingerprint;
    if (fingerprint !== null) {
      this.#trust = { pinnedFingerprint: fingerprint, canTrustFirstUse: false };
    }
  }

  #deadline(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, AbortSignal.timeout(this.#options.timeoutMs)]);
  }
}

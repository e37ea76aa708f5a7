import { setTimeout as delay } from 'node:timers/promises';
import { err, ok, type Result } from '@contract/result.ts';
import { CallLimit } from './call-limit.ts';
import type { CertificateTrust } from './certificate-trust.ts';
import { openConnection } from './device-connection.ts';
import type { BodyParser, HttpCall, HttpClientOptions } from './http-call.ts';
import type { DeviceTarget } from './device-target.ts';
import { HeadDeadline } from './head-deadline.ts';
import { DigestSession } from '../../net/digest/digest-session.ts';
import { exchange, type ExchangeAnswer, type HttpAnswer } from './http-exchange.ts';
import type { IsapiError } from '../isapi-error.ts';
import { judgeAnswer } from './judge-answer.ts';
import {
  isRefusal,
  objectionToLogin,
  readLoginRefusal,
  refusedLogin,
} from '../endpoints/login-refusal.ts';
import { explainTls, speaksTls } from './port-speech.ts';
import { interruption } from './network-error.ts';
import { parseResponseStatus } from '../endpoints/parse-response-status.ts';
import { isHostile } from '../xml/xml-document.ts';

const CALL_TIMEOUT_MS = 10_000;
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;
/** Recorders refuse further connections per endpoint (deployExceedMax) rather than queue them. */
const PARALLEL_CALLS = 2;
const BUSY_DELAYS_MS: readonly number[] = [500, 1500];
const FORBIDDEN = 403;
const SERVER_ERROR = 500;
const FORBIDDEN_ENOUGH = 2;
const NO_PERMISSION: IsapiError = { kind: 'auth', reason: 'no-permission' };
const FORBIDDEN_UNEXPLAINED: IsapiError = { kind: 'auth', reason: 'forbidden' };
const NEVER = new AbortController().signal;

/** A refusal that may be about one address only. */
interface Doubt {
  readonly isInDoubt: true;
  /** The nonce had been used before, so it may have been good for one request only. */
  readonly isNonceUsed: boolean;
}

type Ending = IsapiError | Doubt | null;

/**
 * Speaks HTTP(S) with Digest to one device, for all callers at once, so gently that it cannot lock an account: never signs
 * unasked, lets nobody sign beside the first login, and after a refused password answers everybody by itself. A 401 of one address
 * is no refused password while another one still takes the login. Nothing throws.
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
  /** A path that was answered when it was signed: whether the login is still good can be asked there. */
  #provenPath: string | null = null;
  /** Each nonce is good for one request, though the device does not say "stale". */
  #isNonceSpent = false;
  /** Signed requests that were forbidden without a reason, before any was answered. */
  #forbidden = 0;
  /** Why nothing is sent any more: a refused password, refusals without a reason, or an answer that no device gives. */
  #end: IsapiError | null = null;

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

  /** True when nothing is sent any more. */
  get hasEnded(): boolean {
    return this.#end !== null;
  }

  /** True once the web server has taken the login: a refusal since then was made sure of. */
  get hasTakenLogin(): boolean {
    return this.#provenPath !== null;
  }

  /** Connects, judges the certificate and hangs up: says whether anything is there without asking it anything. */
  async reach(signal: AbortSignal = NEVER): Promise<Result<null, IsapiError>> {
    const connection = await openConnection(this.#target, this.#trust, this.#deadline(signal));
    if (!connection.ok) return err(await explainTls(connection.error, this.#target, signal));
    connection.value.socket.destroy();
    this.#pin(connection.value.fingerprint);
    return ok(null);
  }

  /** This port, if plain HTTP was asked of it and TLS is what it speaks; else null. */
  async tlsPort(signal: AbortSignal): Promise<number | null> {
    const { isHttps, port } = this.#target;
    return !isHttps && (await speaksTls(this.#target, signal)) ? port : null;
  }

  /** Asks and gives back the whole answer if its status is a success; a busy device is asked again a few times. */
  async request(call: HttpCall): Promise<Result<HttpAnswer, IsapiError>> {
    const { signal = NEVER, busyDelaysMs = this.#options.busyDelaysMs } = call;
    for (const pauseMs of [...busyDelaysMs, null]) {
      const result = await this.#inTurn(call, signal);
      if (result.ok || result.error.kind !== 'busy' || pauseMs === null) return result;
      // A cut pause needs no answer of its own: the next turn sees the signal.
      await delay(pauseMs, undefined, { signal }).catch(() => undefined);
    }
    return err({ kind: 'busy' });
  }

  /** GETs a path and reads its body. */
  async get<T>(
    path: string,
    parse: BodyParser<T>,
    signal?: AbortSignal,
  ): Promise<Result<T, IsapiError>> {
    const answer = await this.request({ path, signal });
    if (!answer.ok) return answer;
    const read = parse(answer.value.text);
    if (!read.ok && read.error.kind === 'too-large') this.#end = read.error;
    return read;
  }

  async #inTurn(call: HttpCall, signal: AbortSignal): Promise<Result<HttpAnswer, IsapiError>> {
    // Two first logins side by side would spend two tries on one wrong password.
    const alone = <T>(task: () => Promise<T>): Promise<T> => this.#loginTurn.run(signal, task);
    const inside = <T>(task: () => Promise<T>): Promise<T> => task();
    try {
      return await this.#limit.run(
        signal,
        () =>
          this.#isLoggedIn
            ? this.#ask(call, signal, alone)
            : alone(() => this.#ask(call, signal, inside)),
        call.isLoginCheck,
      );
    } catch (error) {
      const cut = interruption(signal);
      if (cut === null) throw error;
      return err(cut);
    }
  }

  /** Asks; and where this one address refuses a login that was good elsewhere, finds out whether it still is. */
  async #ask(
    call: HttpCall,
    signal: AbortSignal,
    alone: <T>(task: () => Promise<T>) => Promise<T>,
  ): Promise<Result<HttpAnswer, IsapiError>> {
    const first = await this.#attempt(call, signal);
    if (!('isInDoubt' in first)) return first;
    return alone(async () => {
      const path = this.#provenPath ?? call.path;
      const proof = await this.#attempt({ path, isUnsignedFirst: true }, signal);
      if ('isInDoubt' in proof) return err(NO_PERMISSION);
      if (!proof.ok && !isAboutAddress(proof.error)) return proof;
      if (!first.isNonceUsed) return err(NO_PERMISSION);
      const again = await this.#attempt({ ...call, isUnsignedFirst: true }, signal);
      if ('isInDoubt' in again) return err(NO_PERMISSION);
      this.#isNonceSpent ||= again.ok;
      return again;
    });
  }

  /** Asks at most three times: unsigned, signed, and signed anew for a nonce that was too old. */
  async #attempt(
    call: HttpCall,
    signal: AbortSignal,
  ): Promise<Result<HttpAnswer, IsapiError> | Doubt> {
    const { method = 'GET', path, body } = call;
    let mayBeStale = true;
    const isUnsignedFirst = call.isUnsignedFirst ?? call.isLoginCheck ?? false;
    let isSigning = !isUnsignedFirst && !this.#isNonceSpent;
    for (;;) {
      const end = this.#ended();
      if (end !== null) return err(end);
      const authorization = isSigning ? this.#digest.sign(method, path, body) : null;
      const nonceUses = this.#digest.uses;
      const isSigned = authorization !== null;
      const result = await this.#exchange(call, authorization, signal);
      if (!result.ok) return result;
      const answer = { ...result.value, isSigned };
      if (!isRefusal(answer)) return this.#settle(answer, call);
      const ending = isSigned
        ? this.#onRefused(answer, call, { mayBeStale, nonceUses })
        : this.#onChallenge(answer);
      if (ending !== null) return 'isInDoubt' in ending ? ending : err(ending);
      if (isSigned) mayBeStale = false;
      isSigning = true;
    }
  }

  /** A 401 to an unsigned request: why it must not or cannot be signed, or null. */
  #onChallenge(answer: ExchangeAnswer): IsapiError | null {
    const objection = objectionToLogin(readLoginRefusal(answer.text));
    if (objection !== null) return objection;
    return this.#digest.adopt(answer.challenges) === null ? { kind: 'no-digest' } : null;
  }

  /** A 401 to a signed request: null only if the nonce was too old and may be replaced. */
  #onRefused(
    answer: ExchangeAnswer,
    { path, isLoginCheck = false }: HttpCall,
    { mayBeStale, nonceUses }: { mayBeStale: boolean; nonceUses: number },
  ): Ending {
    // Some call every nonce old, also where the password is wrong: once more, and no further.
    const isStale = this.#digest.adopt(answer.challenges)?.isStale === true;
    if (isStale && mayBeStale) return null;
    const refusal = refusedLogin(readLoginRefusal(answer.text));
    // The next call begins unsigned, and after a wrong password there is none.
    this.#digest.forget();
    this.#isLoggedIn = false;
    if (refusal.kind !== 'auth') return refusal;
    const isElsewhereGood = !isLoginCheck && this.#provenPath !== null && this.#provenPath !== path;
    if (refusal.reason === 'wrong-password' && isElsewhereGood) {
      return { isInDoubt: true, isNonceUsed: nonceUses > 1 };
    }
    this.#end = refusal;
    return refusal;
  }

  #settle(
    answer: HttpAnswer,
    { method = 'GET', path, isLong = false }: HttpCall,
  ): Result<HttpAnswer, IsapiError> {
    const { isSigned, status } = answer;
    const error = judgeAnswer(answer);
    // Who says that the user may not has taken the login.
    const hasTakenLogin = error === null || isNoPermission(error);
    if (isSigned && hasTakenLogin && method === 'GET' && !isLong) this.#provenPath ??= path;
    if (isSigned && this.#provenPath === null && isPlainlyForbidden(answer)) {
      // May be how it refuses a password; each further question could cost another try.
      this.#forbidden += 1;
      if (this.#forbidden >= FORBIDDEN_ENOUGH) this.#end = FORBIDDEN_UNEXPLAINED;
    }
    // A server error may come from before the login was looked at.
    else if (isSigned && status < SERVER_ERROR) this.#isLoggedIn = true;
    return error === null ? ok(answer) : err(error);
  }

  async #exchange(
    { method = 'GET', path, body, timeoutMs, isLong = false }: HttpCall,
    authorization: string | null,
    signal: AbortSignal,
  ): Promise<Result<ExchangeAnswer, IsapiError>> {
    const { bodyLimitBytes } = this.#options;
    const request = { method, path, body: body ?? null, authorization, bodyLimitBytes, isLong };
    const patience = isLong ? new HeadDeadline(timeoutMs ?? this.#options.timeoutMs) : null;
    const limited = patience?.with(signal) ?? this.#deadline(signal, timeoutMs);
    const result = await exchange(this.#target, this.#trust, request, limited);
    patience?.end();
    if (result.ok) this.#pin(result.value.fingerprint);
    else if (result.error.kind === 'too-large') this.#end = result.error;
    if (!result.ok || !isHostile(result.value.text)) return result;
    this.#end = { kind: 'hostile' };
    return err(this.#end);
  }

  /** A method, since the compiler believes a field to be unchanged over an await. */
  #ended(): IsapiError | null {
    return this.#end;
  }

  /** What was trusted on first use is the only one trusted from then on. */
  #pin(fingerprint: string | null): void {
    this.#fingerprint = fingerprint;
    if (fingerprint !== null) {
      this.#trust = { pinnedFingerprint: fingerprint, canTrustFirstUse: false };
    }
  }

  #deadline(signal: AbortSignal, timeoutMs = this.#options.timeoutMs): AbortSignal {
    return AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  }
}

/** 403 with a web page or nothing: ISAPI gives its reasons. */
function isPlainlyForbidden({ status, text }: ExchangeAnswer): boolean {
  return status === FORBIDDEN && parseResponseStatus(text) === null;
}

function isNoPermission(error: IsapiError): boolean {
  return error.kind === 'auth' && error.reason === 'no-permission';
}

/** What one address says about itself leaves the login as good as it was. */
function isAboutAddress({ kind }: IsapiError): boolean {
  return kind === 'timeout' || kind === 'busy' || kind === 'bad-answer' || kind === 'unreachable';
}

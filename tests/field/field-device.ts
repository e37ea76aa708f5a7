import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FieldAnswer, FieldRecorder } from './field-case.ts';
import { FIELD_LOGIN, isSignedBy, readLogin, USUAL_REALM } from './field-login.ts';
import { sendAnswer, type SentAnswer } from './send-answer.ts';
import { healthyBody } from './healthy-bodies.ts';

const NOT_KNOWN =
  '<ResponseStatus><statusCode>4</statusCode><subStatusCode>notSupport</subStatusCode></ResponseStatus>';
const REFUSED = '<userCheck><statusValue>401</statusValue></userCheck>';

/** A recorder that is healthy but for the answers it is given. It counts what a lock would count. */
export class FieldDevice {
  /** Answers by "GET /path", "GET *" for every path; the rest is as a healthy recorder says. */
  answers: Readonly<Record<string, FieldAnswer>> = {};
  failedLogins = 0;
  signed = 0;
  basic = 0;
  readonly asked: string[] = [];
  readonly #recorder: FieldRecorder;
  readonly #times: number;
  readonly #server: Server;
  readonly #spent = new Set<string>();
  #nonces = 0;
  #stale = 0;

  /** `times`: how much faster than in the case everything goes. */
  constructor(recorder: FieldRecorder, times: number) {
    this.#recorder = recorder;
    this.#times = times;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    this.asked.push(path);
    const authorization = request.headers.authorization ?? null;
    if (authorization !== null) this.signed += 1;
    if (/^basic/i.test(authorization ?? '')) this.basic += 1;
    const answer = this.answers[`GET ${path}`] ?? this.answers['GET *'] ?? {};
    await delay((answer.afterMs ?? 0) / this.#times, undefined, { ref: false });
    const refusal = answer.login === 'none' ? null : this.#refusal(authorization, request.url);
    if (refusal !== null) {
      sendAnswer(response, refusal);
      return;
    }
    const healthy = healthyBody(path, this.#recorder);
    const usual: FieldAnswer =
      healthy === null ? { status: 403, body: NOT_KNOWN } : { body: healthy };
    const headers = { ...(answer.status === 401 ? this.#challenge() : {}), ...answer.headers };
    // What replaces the status replaces the body, too.
    const replaced = answer.status === undefined ? usual : {};
    sendAnswer(response, { ...replaced, ...answer, headers: this.#filled(headers) });
  }

  /** Null for who may have the answer. */
  #refusal(authorization: string | null, uri = ''): SentAnswer | null {
    const { refusal = {}, unsigned = refusal, stale = 0, isNonceSpent } = this.#recorder;
    const login = authorization === null ? null : readLogin(authorization);
    const { realm = USUAL_REALM } = this.#recorder;
    const expected = { ...FIELD_LOGIN, realm, method: 'GET', uri };
    const isRight = login !== null && isSignedBy(expected, login);
    const isStale = login !== null && this.#stale < stale;
    const isSpent = isNonceSpent === true && this.#spent.has(login?.get('nonce') ?? '');
    if (isRight && !isStale && !isSpent) {
      this.#spent.add(login.get('nonce') ?? '');
      return null;
    }
    if (isStale) this.#stale += 1;
    if (login !== null && !isRight) this.failedLogins += 1;
    const { headers: told, ...rest } = login === null ? unsigned : refusal;
    const headers = this.#filled(told ?? this.#challenge(isStale));
    return { status: 401, body: REFUSED, ...rest, headers };
  }

  #challenge(isStale = false): Record<string, string | string[]> {
    const { realm = USUAL_REALM, challenge } = this.#recorder;
    const usual = `Digest realm="${realm}", qop="auth", nonce="<a new one>", algorithm="MD5", stale="FALSE"`;
    const told = [challenge ?? usual].flat();
    const all = isStale ? told.map((each) => each.replace(/, stale=.*|$/, ', stale=TRUE')) : told;
    return { 'WWW-Authenticate': all };
  }

  #filled(headers: Record<string, string | string[]>): Record<string, string | string[]> {
    const nonce = `n${(this.#nonces += 1)}`;
    const fill = (text: string): string =>
      text.replaceAll('<a new one>', nonce).replaceAll('<host>', '127.0.0.1');
    const filled = Object.entries(headers).map(([name, value]): [string, string | string[]] => [
      name,
      typeof value === 'string' ? fill(value) : value.map(fill),
    ]);
    return Object.fromEntries(filled);
  }
}

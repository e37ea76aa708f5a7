import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FieldAnswer, FieldRecorder } from './field-case.ts';
import { healthyBody } from './healthy-bodies.ts';

/** Who may log in to a field device. */
export const FIELD_LOGIN = { username: 'guard', password: 'p@ss:w/rd #1%' };
const NOT_KNOWN =
  '<ResponseStatus><statusCode>4</statusCode><subStatusCode>notSupport</subStatusCode></ResponseStatus>';
const REFUSED = '<userCheck><statusValue>401</statusValue></userCheck>';
const FIELD = /(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g;
const USUAL_HEADERS = { 'Content-Type': 'application/xml; charset="UTF-8"' };

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
  #nonces = 0;

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
    const isPublic = answer.login === 'none';
    const isGood = authorization !== null && this.#isRight(authorization, request.url ?? '');
    if (!isPublic && !isGood) {
      if (authorization !== null) this.failedLogins += 1;
      this.#send(response, { status: 401, body: REFUSED, headers: this.#challenge() });
      return;
    }
    const healthy = healthyBody(path, this.#recorder);
    const usual: FieldAnswer =
      healthy === null ? { status: 403, body: NOT_KNOWN } : { body: healthy };
    const headers = { ...(answer.status === 401 ? this.#challenge() : {}), ...answer.headers };
    // What replaces the status replaces the body, too.
    const replaced = answer.status === undefined ? usual : {};
    this.#send(response, { ...replaced, ...answer, headers });
  }

  #send(response: ServerResponse, answer: FieldAnswer): void {
    const { status = 200, body = '', headers = {}, encoding = 'utf8', end } = answer;
    const bytes = Buffer.from(body, encoding);
    const length = { 'Content-Length': bytes.length };
    const nonce = `n${(this.#nonces += 1)}`;
    const filled = Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      value.replaceAll('<a new one>', nonce).replaceAll('<host>', '127.0.0.1'),
    ]);
    response.writeHead(status, { ...USUAL_HEADERS, ...length, ...Object.fromEntries(filled) });
    if (end === undefined) {
      response.end(bytes);
      return;
    }
    response.write(bytes.subarray(0, bytes.length / 2), () =>
      end === 'reset' ? response.socket?.resetAndDestroy() : response.socket?.end(),
    );
  }

  #challenge(): Record<string, string> {
    const { realm = 'field', challenge } = this.#recorder;
    const usual = `Digest realm="${realm}", qop="auth", nonce="<a new one>", algorithm="MD5", stale="FALSE"`;
    return { 'WWW-Authenticate': challenge ?? usual };
  }

  #isRight(authorization: string, uri: string): boolean {
    const fields = new Map(
      Array.from(authorization.matchAll(FIELD), ([, name = '', quoted, bare]): [string, string] => [
        name,
        quoted ?? bare ?? '',
      ]),
    );
    const field = (name: string): string => fields.get(name) ?? '';
    const hash = (text: string): string => createHash('md5').update(text).digest('hex');
    const { realm = 'field' } = this.#recorder;
    const { username, password } = FIELD_LOGIN;
    const ha1 = hash(`${username}:${realm}:${password}`);
    const middle = `${field('nonce')}:${field('nc')}:${field('cnonce')}:auth`;
    return field('response') === hash(`${ha1}:${middle}:${hash(`GET:${uri}`)}`);
  }
}

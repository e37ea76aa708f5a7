import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { answerAboutAlarms } from '../alarms/alarm-answers.ts';
import type { LoginGuard } from '../auth/login-guard.ts';
import { closeServer, listenOnLoopback } from '../listening-port.ts';
import type { RecorderState } from '../recorder-state.ts';
import { answerAboutRecordings } from '../recordings/recording-answers.ts';
import type { RecorderPorts } from './device-bodies.ts';
import { routeFor } from './routes.ts';
import { makeSelfSignedCertificate } from './self-signed-certificate.ts';
import {
  loginRefused,
  notSupported,
  PAGE_NOT_FOUND,
  tooMany,
  tooManyListen,
} from './status-bodies.ts';

const ALERT_STREAM = 'GET /ISAPI/Event/notification/alertStream';
/** A snapshot of a channel’s main or sub stream. */
const PICTURE = /^GET \/ISAPI\/Streaming\/channels\/(\d+)0[12]\/picture$/;
const DAHUA_EVENTS = '/cgi-bin/eventManager.cgi';

/** What goes back. */
interface Answer {
  readonly status: number;
  readonly body: string | Uint8Array;
}

/** The recorder's web port: the few ISAPI calls a live client needs, all behind Digest, plain or with TLS. */
export class IsapiServer {
  readonly #state: RecorderState;
  readonly #guard: LoginGuard;
  readonly #ports: () => RecorderPorts;
  #certificate: ReturnType<typeof makeSelfSignedCertificate> | undefined;
  #server: Server | TlsServer | undefined;
  #callsUnderWay = 0;

  constructor(state: RecorderState, guard: LoginGuard, ports: () => RecorderPorts) {
    this.#state = state;
    this.#guard = guard;
    this.#ports = ports;
  }

  async start(port: number): Promise<number> {
    const answer = (request: IncomingMessage, response: ServerResponse) =>
      void this.#serve(request, response);
    this.#server = this.#state.profile.isHttps
      ? createTlsServer((this.#certificate ??= makeSelfSignedCertificate('SIM-RECORDER')), answer)
      : createServer(answer);
    return await listenOnLoopback(this.#server, port);
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = closeServer(server);
    server.closeAllConnections();
    await closed;
  }

  /** As after a factory reset, or as somebody in between would do. */
  changeCertificate(): void {
    this.#certificate = makeSelfSignedCertificate('SIM-RECORDER');
    if (this.#server !== undefined && 'setSecureContext' in this.#server) {
      this.#server.setSecureContext(this.#certificate);
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { counters, isapiDelayMs } = this.#state;
    this.#callsUnderWay += 1;
    counters.peakHttpCalls = Math.max(counters.peakHttpCalls, this.#callsUnderWay);
    // Unref'd, so that a stopped recorder does not keep a test alive.
    if (isapiDelayMs > 0) await delay(isapiDelayMs, undefined, { ref: false });
    // What breaks off has no body.
    const body = await text(request).catch(() => '');
    const answer = await this.#answer(request, body, response);
    if (answer === 'events') this.#state.events.serve(response);
    else send(response, answer);
    this.#callsUnderWay -= 1;
  }

  #answer(
    { method = 'GET', url = '/', headers }: IncomingMessage,
    body: string,
    to: ServerResponse,
  ): Promise<Answer> | Answer | 'events' {
    const state = this.#state;
    const [path = '/'] = url.split('?');
    state.counters.countRequest('http', `${method} ${path}`);
    const isDahuaEvents = state.events.isDahua && path === DAHUA_EVENTS;
    if (!state.profile.hasIsapi && !isDahuaEvents) return { status: 404, body: PAGE_NOT_FOUND };
    const { authorization } = headers;
    const verdict = this.#guard.check({ protocol: 'http', method, authorization, signedUri: url });
    if (verdict !== 'accepted') {
      to.setHeader('WWW-Authenticate', this.#guard.challenge('http', verdict));
      return { status: 401, body: loginRefused(state.lockOut.status) };
    }
    if (state.busyAnswers > 0) {
      state.busyAnswers -= 1;
      return { status: 503, body: tooMany(path) };
    }
    if (isDahuaEvents) return 'events';
    if (`${method} ${path}` === ALERT_STREAM && state.events.isSupported) {
      return state.events.isFull ? { status: 403, body: tooManyListen(path) } : 'events';
    }
    const aboutRecordings = answerAboutRecordings(state, this.#ports(), { method, path, body });
    if (aboutRecordings !== null) return aboutRecordings;
    const pictured = PICTURE.exec(`${method} ${path}`)?.[1];
    if (pictured !== undefined) {
      const picture = state.snapshots.get(Number(pictured));
      if (picture !== undefined) return { status: 200, body: picture };
    }
    const contentType = headers['content-type'] ?? '';
    const aboutAlarms = answerAboutAlarms(state.alarms, { method, path, contentType, body });
    if (aboutAlarms !== null) return aboutAlarms;
    const answer = routeFor(method, path, state.profile)?.(state, this.#ports()) ?? null;
    return answer === null
      ? { status: 403, body: notSupported(path) }
      : { status: 200, body: answer };
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const xml = body === PAGE_NOT_FOUND ? 'text/html' : 'application/xml; charset="UTF-8"';
  const type = typeof body === 'string' ? xml : 'image/jpeg';
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { LoginGuard } from '../auth/login-guard.ts';
import { closeServer, listenOnLoopback } from '../listening-port.ts';
import type { RecorderState } from '../recorder-state.ts';
import { inputProxyChannels, inputProxyStatus, streamingChannels } from './channel-bodies.ts';
import { adminAccesses, capabilities, deviceInfo, type RecorderPorts } from './device-bodies.ts';
import { loginAccepted, loginRefused, notSupported } from './status-bodies.ts';

type Route = (state: RecorderState, ports: RecorderPorts) => string;

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /ISAPI/Security/userCheck': () => loginAccepted(),
  'GET /ISAPI/Security/adminAccesses': (_state, ports) => adminAccesses(ports),
  'GET /ISAPI/System/deviceInfo': deviceInfo,
  'GET /ISAPI/System/capabilities': capabilities,
  'GET /ISAPI/ContentMgmt/InputProxy/channels': inputProxyChannels,
  'GET /ISAPI/ContentMgmt/InputProxy/channels/status': inputProxyStatus,
  'GET /ISAPI/Streaming/channels': streamingChannels,
};

/** The recorder's HTTP port: the few ISAPI calls a live client needs, all behind Digest. */
export class IsapiServer {
  readonly #state: RecorderState;
  readonly #guard: LoginGuard;
  readonly #ports: () => RecorderPorts;
  #server: Server | undefined;

  constructor(state: RecorderState, guard: LoginGuard, ports: () => RecorderPorts) {
    this.#state = state;
    this.#guard = guard;
    this.#ports = ports;
  }

  async start(port: number): Promise<number> {
    this.#server = createServer((request, response) => this.#answer(request, response));
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

  #answer(request: IncomingMessage, response: ServerResponse): void {
    request.resume();
    const { method = 'GET', url = '/' } = request;
    const [path = '/'] = url.split('?');
    const name = `${method} ${path}`;
    this.#state.counters.countRequest('http', name);
    const { authorization } = request.headers;
    const verdict = this.#guard.check({ protocol: 'http', method, authorization, signedUri: url });
    if (verdict !== 'accepted') {
      response.setHeader('WWW-Authenticate', this.#guard.challenge('http', verdict));
      send(response, 401, loginRefused());
      return;
    }
    const route = ROUTES[name];
    if (route === undefined) send(response, 403, notSupported(path));
    else send(response, 200, route(this.#state, this.#ports()));
  }
}

function send(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, {
    'Content-Type': 'application/xml; charset="UTF-8"',
    'Content-Length': Buffer.byteLength(xml),
  });
  response.end(xml);
}

import { createServer, type Server, type Socket } from 'node:net';
import { closeServer, listenOnLoopback } from '../listening-port.ts';
import { RequestHandler, type RtspSurroundings } from './request-handler.ts';
import { RtspConnection } from './rtsp-connection.ts';
import type { RtspSession, SessionState } from './rtsp-session.ts';

/** The recorder's RTSP port: RTP inside TCP, Digest, one session per connection. */
export class RtspServer {
  readonly #around: RtspSurroundings;
  readonly #connections = new Map<Socket, RequestHandler>();
  #server: Server | undefined;

  constructor(around: Omit<RtspSurroundings, 'openSessions'>) {
    this.#around = { ...around, openSessions: new Set<SessionState>() };
  }

  async start(port: number): Promise<number> {
    this.#server = createServer((socket) => this.#accept(socket));
    this.#around.broadcaster.start();
    return await listenOnLoopback(this.#server, port);
  }

  async stop(): Promise<void> {
    for (const [socket, handler] of this.#connections) {
      handler.end();
      socket.destroy();
    }
    this.#around.broadcaster.stop();
    if (this.#server !== undefined) await closeServer(this.#server);
    this.#server = undefined;
  }

  /** The sessions that play now, in the order in which they were set up. */
  sessions(): RtspSession[] {
    return [...this.#around.openSessions].flatMap((session) => session.playing ?? []);
  }

  /** Ends sessions the orderly way, as a recorder does when their camera is taken away. */
  closeSessions(isMeant: (session: SessionState) => boolean): void {
    for (const [socket, handler] of this.#connections) {
      if (handler.session === undefined || !isMeant(handler.session)) continue;
      handler.end();
      socket.destroySoon();
    }
  }

  /** Cuts connections with a TCP RST, as a pulled plug or a crashed recorder does; without a channel, all of them. */
  resetConnections(channel?: number): void {
    for (const [socket, handler] of this.#connections) {
      if (channel !== undefined && handler.session?.streamId.channel !== channel) continue;
      handler.end();
      socket.resetAndDestroy();
    }
  }

  #accept(socket: Socket): void {
    const handler = new RequestHandler(this.#around, socket);
    new RtspConnection(
      socket,
      (request) => handler.handle(request),
      ({ method }) => (method === 'DESCRIBE' ? this.#around.state.describeDelayMs : 0),
    );
    this.#connections.set(socket, handler);
    socket.on('close', () => {
      handler.end();
      this.#connections.delete(socket);
    });
  }
}

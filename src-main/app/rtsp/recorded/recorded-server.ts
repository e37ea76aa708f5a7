import http from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { RecordingCommand } from '@contract/models/recording.ts';
import { LimitedServer } from '../../net/limited-server.ts';
import { type DialPermission, RecordedStream } from './recorded-stream.ts';

/** More recordings than a window shows at once. */
const LIMITS = { maxConnections: 64, introductionMs: 10_000 };
const COMMAND_BYTES = 512;
const LEASED_PATH = /^\/([\da-f]{32})$/;
/** RFC 6455, 7.4.1: somebody who does not speak as the page does. */
const NOT_UNDERSTOOD = 1003;

/** Serves recordings to pages over WebSockets on loopback. It knows none: each is asked of main by its lease, which is random and told to one window. */
export class RecordedServer {
  readonly #dial: (lease: string) => Promise<DialPermission>;
  readonly #known = new WeakMap<Socket, () => void>();
  readonly #streams = new Map<RecordedStream, string>();
  readonly #http = http.createServer((_request, response) => response.writeHead(403).end());
  readonly #sockets = new WebSocketServer({
    ...{ noServer: true, maxPayload: COMMAND_BYTES, perMessageDeflate: false },
  });
  #server: LimitedServer | null = null;

  constructor(dial: (lease: string) => Promise<DialPermission>) {
    this.#dial = dial;
    this.#http.on('upgrade', (request, socket: Socket, head) => {
      const lease = LEASED_PATH.exec(request.url ?? '')?.[1];
      if (lease === undefined) socket.destroy();
      else {
        this.#sockets.handleUpgrade(request, socket, head, (page) => {
          this.#serve(page, socket, lease);
        });
      }
    });
  }

  /** Gives back its port. */
  async start(): Promise<number> {
    this.#server = new LimitedServer(LIMITS, ({ socket, markKnown }) => {
      this.#known.set(socket, markKnown);
      this.#http.emit('connection', socket);
    });
    return await this.#server.listen(0);
  }

  async stop(): Promise<void> {
    for (const stream of this.#streams.keys()) stream.end();
    await this.#server?.close();
    this.#server = null;
  }

  /** Unsigned, as for live streams. */
  endLeases(leases: readonly string[]): void {
    for (const [stream, lease] of this.#streams) if (leases.includes(lease)) stream.end(false);
  }

  #serve(page: WebSocket, socket: Socket, lease: string): void {
    const dial = async (): Promise<DialPermission> => {
      const granted = await this.#dial(lease);
      if (granted !== null && typeof granted !== 'string') this.#known.get(socket)?.();
      return granted;
    };
    const viewer = {
      tell: (news: unknown) => page.send(JSON.stringify(news)),
      picture: (bytes: Buffer) => page.send(bytes),
      get waitingBytes() {
        return page.bufferedAmount;
      },
      hangUp: () => page.close(),
    };
    const stream = new RecordedStream(viewer, dial);
    this.#streams.set(stream, lease);
    page.on('message', (data: Buffer) => {
      const command = readCommand(data);
      if (command === null) page.close(NOT_UNDERSTOOD);
      else stream.command(command);
    });
    // What goes wrong with the connection ends it, and that follows.
    page.on('error', () => undefined);
    page.on('close', () => {
      this.#streams.delete(stream);
      stream.end();
    });
  }
}

function readCommand(data: Buffer): RecordingCommand | null {
  try {
    const told = JSON.parse(data.toString()) as { kind?: unknown; atMs?: unknown };
    if (told.kind === 'halt') return { kind: 'halt' };
    const { kind, atMs } = told;
    return kind === 'play' && typeof atMs === 'number' && Number.isFinite(atMs)
      ? { kind, atMs }
      : null;
  } catch {
    return null;
  }
}

import { once } from 'node:events';
import net from 'node:net';

/** How much a server on loopback lets strangers have: every user of this computer can connect. */
export interface ServerLimits {
  /** Open connections at once, known callers included. */
  maxConnections: number;
  /** The whole time (ms) in which a caller must have shown that it may be here, however busily it sends. */
  introductionMs: number;
}

/** One connection. `markKnown` says that the caller has shown what only ours can: it keeps its place and its time. */
export interface Caller {
  socket: net.Socket;
  markKnown: () => void;
}

/**
 * A TCP server on 127.0.0.1 that cannot be made to hold more sockets than it was given, since a process without free file
 * descriptors can neither write its log nor ask the keychain. When it is full, the longest waiting stranger goes first: ours
 * introduces itself with its first bytes. Without strangers the new connection goes.
 */
export class LimitedServer {
  readonly #limits: ServerLimits;
  readonly #serve: (caller: Caller) => void;
  readonly #sockets = new Set<net.Socket>();
  /** Oldest first: sets keep their order. */
  readonly #strangers = new Set<net.Socket>();
  #server: net.Server | null = null;

  /** `serve` is called once for each connection; errors of the socket need no handler, `close` always follows. */
  constructor(limits: ServerLimits, serve: (caller: Caller) => void) {
    this.#limits = limits;
    this.#serve = serve;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  /** Resolves with the port; 0 takes a free one. Rejects when there is none to be had. */
  async listen(port = 0): Promise<number> {
    const server = net.createServer((socket) => this.#take(socket));
    this.#server = server;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    // A connection that could not be accepted concerns its caller only.
    server.on('error', () => undefined);
    return (server.address() as net.AddressInfo).port;
  }

  /** Ends all connections, too. May be repeated. */
  async close(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #take(socket: net.Socket): void {
    // A caller that went away is no news.
    socket.on('error', () => undefined);
    if (!this.#makeRoom()) {
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    this.#strangers.add(socket);
    const late = setTimeout(() => socket.destroy(), this.#limits.introductionMs);
    const markKnown = (): void => {
      clearTimeout(late);
      this.#strangers.delete(socket);
    };
    socket.once('close', () => {
      markKnown();
      this.#sockets.delete(socket);
    });
    this.#serve({ socket, markKnown });
  }

  #makeRoom(): boolean {
    if (this.#sockets.size < this.#limits.maxConnections) return true;
    const [oldest] = this.#strangers;
    if (oldest === undefined) return false;
    // Not only destroyed: its `close` comes later, and until then it would count.
    this.#strangers.delete(oldest);
    this.#sockets.delete(oldest);
    oldest.destroy();
    return true;
  }
}

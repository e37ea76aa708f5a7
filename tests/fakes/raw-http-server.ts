import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Does with a connection whatever it likes once a request's head has come. */
export type RawBehaviour = (socket: Socket, head: string) => void;

/** A web server that obeys nobody: tests write its bytes themselves, to be as wrong as a device can be. */
export class RawHttpServer {
  /** The heads of all requests, in order. */
  readonly heads: string[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(behave: RawBehaviour) {
    this.#server = createServer((socket) => this.#accept(socket, behave));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get openConnections(): number {
    return this.#sockets.size;
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#sockets.forEach((socket) => socket.destroy());
    await closed;
  }

  #accept(socket: Socket, behave: RawBehaviour): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined);
    let pending = '';
    socket.on('data', (bytes) => {
      pending += bytes.toString('latin1');
      const end = pending.indexOf('\r\n\r\n');
      if (end === -1) return;
      const head = pending.slice(0, end);
      pending = pending.slice(end + 4);
      this.heads.push(head);
      behave(socket, head);
    });
  }
}

/** A correct answer as text, for the parts that are not to be wrong. */
export function httpAnswer(
  status: number,
  body: string,
  headers: Record<string, string | string[]> = {},
): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((each) => `${name}: ${each}\r\n`),
  );
  const size = Buffer.byteLength(body);
  return `HTTP/1.1 ${status} X\r\nContent-Length: ${size}\r\n${lines.join('')}\r\n${body}`;
}

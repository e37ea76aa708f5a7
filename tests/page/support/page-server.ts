import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import {
  holderOf,
  type PlaybackDoorOptions,
  playedStream,
} from '../../../src-main/shell/security/playback-door.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
/** What the playback door takes out, and what belongs to each connection. */
const NOT_PASSED_ON = /^(origin|host|authorization)$/i;

/** Serves the built page, and go2rtc's WebSocket as the playback door opens it: named streams only, the token added on the way. */
export class PageServer {
  readonly #server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(this.#folder, pathname === '/' ? 'index.html' : pathname);
    readFile(file).then(
      (body) =>
        response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'text/plain').end(body),
      // a browser asks for an icon that the app has not
      () => response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end(),
    );
  });
  readonly #folder: string;
  readonly #door: PlaybackDoorOptions;
  readonly #viewer: number;
  readonly #sockets = new Set<Duplex>();
  #address = '';

  /** @param viewer whoever opens streams here */
  constructor(folder: string, door: PlaybackDoorOptions, viewer: number) {
    this.#folder = folder;
    this.#door = door;
    this.#viewer = viewer;
    this.#server.on('upgrade', (request, socket, head) => {
      this.#keep(socket);
      void this.#passOn(request, socket, head).catch(() => socket.destroy());
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#address = `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Host and port, also after `stop`. */
  get address(): string {
    return this.#address;
  }

  async #passOn(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const client = this.#door.currentClient();
    if (client === null) throw new Error('go2rtc does not run');
    const url = new URL(request.url ?? '/', client.playbackEndpoint);
    const name = playedStream(url.href, client.playbackEndpoint);
    const holder = name === null ? null : holderOf(name, this.#door.currentActor(), this.#viewer);
    const isOpen = name !== null && holder !== null && (await this.#door.openStream(name, holder));
    if (!isOpen) throw new Error('no such stream');
    const headers = Object.entries(request.headers).filter(([key]) => !NOT_PASSED_ON.test(key));
    const lines = [
      `GET ${url.pathname}${url.search} HTTP/1.1`,
      `host: ${url.host}`,
      `authorization: ${client.authorization}`,
      ...headers.map(([key, value]) => `${key}: ${String(value)}`),
    ];
    const upstream = net.connect(Number(url.port), url.hostname);
    this.#keep(upstream);
    upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
    upstream.once('close', () => socket.destroy());
    socket.once('close', () => upstream.destroy());
  }

  #keep(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#sockets.delete(socket));
  }
}

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { Redactor } from '../logging/redact.ts';

const TOKEN_BYTES = 32;
const HEAD_LIMIT_BYTES = 4 * 1024;
/** go2rtc itself gives up after 5 s. */
const CALL_TIMEOUT_MS = 10_000;
const HEAD_END = '\r\n\r\n';
/** RFC 2326, 6.1: method, URL, version. go2rtc begins with DESCRIBE. */
const REQUEST_LINE = /^[A-Z_]+ rtsp:\/\/[^/\s]+\/(\w+)\/([\w-]+) RTSP\/1\.0\r\n/;

/** What the desk works with. */
export interface DialDeskOptions {
  /** The full RTSP URL to dial for a stream, login included, or null when it must not be dialled now. Takes less than 5 s. */
  answer: (streamName: string) => Promise<string | null>;
  log: Logger;
  redactor: Redactor;
}

/**
 * Where go2rtc asks, before every single dial, which address a stream has now: an RTSP port on loopback that knows one answer, a
 * redirect (302, RFC 2326, 11.3.3; go2rtc's pkg/rtsp/client.go follows it). So go2rtc is registered without any credentials, and
 * its own retries, which it makes at once and for all streams of a recorder together, cannot spend a login that nobody allowed.
 */
export class DialDesk implements Service {
  readonly #options: DialDeskOptions;
  readonly #sockets = new Set<net.Socket>();
  readonly #token = randomBytes(TOKEN_BYTES).toString('hex');
  #server: net.Server | null = null;
  #port = 0;

  constructor(options: DialDeskOptions) {
    this.#options = options;
    // go2rtc names its sources when they fail.
    options.redactor.add(this.#token);
  }

  /** Before go2rtc starts. Rejects when no loopback port can be had. */
  async start(): Promise<void> {
    if (this.#server !== null) return;
    const server = net.createServer((socket) => this.#serve(socket));
    this.#server = server;
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as net.AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** The address to register a stream with; it only leads here. */
  addressOf(streamName: string): string {
    return `rtsp://127.0.0.1:${this.#port}/${this.#token}/${streamName}`;
  }

  #serve(socket: net.Socket): void {
    this.#sockets.add(socket);
    let head = '';
    socket.setTimeout(CALL_TIMEOUT_MS, () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
    // A caller that went away is no news.
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1');
      if (head.length > HEAD_LIMIT_BYTES) socket.destroy();
      if (!head.includes(HEAD_END)) return;
      socket.removeAllListeners('data').resume();
      void this.#reply(head).then((reply) => socket.end(reply));
    });
  }

  async #reply(head: string): Promise<string> {
    const [, token = '', streamName = ''] = REQUEST_LINE.exec(head) ?? [];
    const sequence = /^cseq:\s*(\d{1,9})\s*$/im.exec(head)?.[1] ?? '0';
    const location = this.#isOurs(token) ? await this.#ask(streamName) : null;
    const lines =
      location === null ? ['403 Forbidden'] : ['302 Moved Temporarily', `Location: ${location}`];
    const [status, ...headers] = lines;
    return [`RTSP/1.0 ${status}`, `CSeq: ${sequence}`, ...headers].join('\r\n') + HEAD_END;
  }

  async #ask(streamName: string): Promise<string | null> {
    try {
      return await this.#options.answer(streamName);
    } catch (error) {
      this.#options.log.error('a stream’s address could not be told', { streamName, error });
      return null;
    }
  }

  #isOurs(token: string): boolean {
    const [given, expected] = [Buffer.from(token), Buffer.from(this.#token)];
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

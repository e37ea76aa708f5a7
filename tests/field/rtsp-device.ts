import { once } from 'node:events';
import net from 'node:net';
import { FIELD_LOGIN, isSignedBy, readLogin, USUAL_REALM } from './field-login.ts';
import type { RtspCase } from './rtsp-case.ts';

const SDP = [
  ...['v=0', 's=-', 't=0 0', 'a=control:*', 'm=audio 0 RTP/AVP 0', 'a=control:track1'],
  ...['m=video 0 RTP/AVP 96', 'a=rtpmap:96 H264/90000', 'a=control:track2'],
];
const SENT_PACKETS = 3;
const SOUND_BYTES = 160;

/** An RTSP server that is healthy but for what its case says, and lets in who signs rightly. */
export class RtspDevice {
  failedLogins = 0;
  signed = 0;
  basic = 0;
  /** "METHOD address", each request once however often it had to be signed anew. */
  readonly asked: string[] = [];
  readonly sockets = new Set<net.Socket>();
  readonly #case: RtspCase;
  readonly #server: net.Server;
  readonly #channels: number[] = [];
  readonly #spent = new Set<string>();
  #nonces = 0;
  #stale = 0;

  constructor(field: RtspCase) {
    this.#case = field;
    this.#server = net.createServer((socket) => this.#accept(socket));
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  get base(): string {
    return `rtsp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.#server.close();
  }

  #accept(socket: net.Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    let pending = '';
    socket.on('data', (chunk: Buffer) => {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
        const request = pending.slice(0, end);
        pending = pending.slice(end + 4);
        // An answer to what the server asked is none of these.
        if (!request.startsWith('RTSP/')) this.#serve(request, socket);
      }
    });
  }

  #serve(request: string, socket: net.Socket): void {
    const [method = '', url = ''] = request.split(' ');
    if (this.asked.at(-1) !== `${method} ${url}`) this.asked.push(`${method} ${url}`);
    const field = (name: string): string =>
      new RegExp(`^${name}: (.*)$`, 'm').exec(request)?.[1] ?? '';
    const isWelcome = this.#admits(field('Authorization'), method, url);
    const text = isWelcome ? this.#answer(method, field('Transport')) : this.#refusal();
    if (text === '') return;
    const { before, replace } = this.#case;
    const sent = replace.reduce((all, [from, to]) => all.replace(new RegExp(from, 'g'), to), text);
    const sdp = `${(this.#case.sdp ?? SDP).join('\r\n')}\r\n`.replaceAll('<base>', this.base);
    const fields = {
      url,
      transport: field('Transport'),
      cseq: field('CSeq'),
      base: this.base,
      sdp,
    };
    const filled = Object.entries({ ...fields, length: String(sdp.length) }).reduce(
      (all, [name, value]) => all.replaceAll(`<${name}>`, value),
      `${before}${sent}`,
    );
    socket.write(filled, 'latin1');
    if (method === 'PLAY' && isWelcome) socket.write(this.#sound());
  }

  #admits(authorization: string, method: string, uri: string): boolean {
    const { challenge, realm = USUAL_REALM, stale, isNonceSpent } = this.#case;
    if (challenge?.length === 0) return true;
    if (authorization === '') return false;
    this.signed += 1;
    if (/^basic/i.test(authorization)) this.basic += 1;
    const login = readLogin(authorization);
    const nonce = login.get('nonce') ?? '';
    const isRight = isSignedBy({ ...FIELD_LOGIN, realm, method, uri }, login);
    if (!isRight) this.failedLogins += 1;
    const isStale = this.#stale < stale;
    if (isStale) this.#stale += 1;
    const isSpent = isNonceSpent && this.#spent.has(nonce);
    this.#spent.add(nonce);
    return isRight && !isStale && !isSpent;
  }

  #refusal(): string {
    const nonce = `n${(this.#nonces += 1)}`;
    const { challenge, realm = USUAL_REALM, stale, refusal } = this.#case;
    const usual = [`Digest realm="${realm}", nonce="<a new one>"`];
    const isStale = this.#stale > 0 && this.#stale <= stale;
    const lines = (challenge ?? usual).map(
      (each) => `WWW-Authenticate: ${each}${isStale ? ', stale=TRUE' : ''}\r\n`,
    );
    const text = refusal ?? `RTSP/1.0 401 Unauthorized\r\nCSeq: <cseq>\r\n<challenge>\r\n`;
    return text.replaceAll('<challenge>', lines.join('')).replaceAll('<a new one>', nonce);
  }

  #answer(method: string, transport: string): string {
    const told = this.#case.answers[method] ?? usualAnswer(method);
    const channel = Number(/interleaved=(\d+)/.exec(transport)?.[1] ?? 0);
    const chosen = /interleaved=(\d+)/i.exec(told)?.[1];
    if (method === 'SETUP') this.#channels.push(chosen === undefined ? channel : Number(chosen));
    return told;
  }

  /** G.711 on the channel that was set up first. */
  #sound(): Buffer {
    const packets = Array.from({ length: SENT_PACKETS }, (_, sequence) => {
      const packet = Buffer.alloc(4 + 12 + SOUND_BYTES, 1);
      packet.writeUInt8(0x24, 0);
      packet.writeUInt8(this.#channels[0] ?? 0, 1);
      packet.writeUInt16BE(12 + SOUND_BYTES, 2);
      packet.writeUInt16BE(0x8000, 4);
      packet.writeUInt16BE(sequence, 6);
      packet.writeUInt32BE(sequence * SOUND_BYTES, 8);
      return packet;
    });
    return Buffer.concat(packets);
  }
}

function usualAnswer(method: string): string {
  const head = 'RTSP/1.0 200 OK\r\nCSeq: <cseq>\r\n';
  if (method === 'SETUP') {
    return `${head}Transport: <transport>;ssrc=4D2A\r\nSession: 7;timeout=60\r\n\r\n`;
  }
  if (method !== 'DESCRIBE') return `${head}\r\n`;
  return `${head}Content-Base: <url>/\r\nContent-Type: application/sdp\r\nContent-Length: <length>\r\n\r\n<sdp>`;
}

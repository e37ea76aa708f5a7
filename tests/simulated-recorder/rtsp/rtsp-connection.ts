import type { Socket } from 'node:net';
import { formatResponse, readInput, type RtspRequest, type RtspResponse } from './rtsp-message.ts';

/** Answers one request; it is called in the order in which requests arrive. */
export type RtspHandler = (request: RtspRequest) => RtspResponse;

/** Turns one socket's bytes into requests and answers; RTCP from the client is skipped. */
export class RtspConnection {
  readonly socket: Socket;
  readonly #handle: RtspHandler;
  readonly #delayMs: (request: RtspRequest) => number;
  #pending: Buffer = Buffer.alloc(0);

  constructor(socket: Socket, handle: RtspHandler, delayMs: (request: RtspRequest) => number) {
    this.socket = socket;
    this.#handle = handle;
    this.#delayMs = delayMs;
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.#receive(bytes));
    // A client that vanishes is everyday life; 'close' follows and cleans up.
    socket.on('error', () => undefined);
  }

  #receive(bytes: Buffer): void {
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    for (;;) {
      const input = readInput(this.#pending);
      if (input.kind === 'incomplete') return;
      if (input.kind === 'malformed') {
        this.socket.removeAllListeners('data').end(formatResponse({ status: 400 }, undefined));
        return;
      }
      this.#pending = this.#pending.subarray(input.sizeBytes);
      if (input.kind === 'request') this.#answer(input.request);
    }
  }

  #answer(request: RtspRequest): void {
    const response = this.#handle(request);
    const write = (): void => {
      if (!this.socket.writable) return;
      this.socket.write(formatResponse(response, request.headers.get('cseq')));
    };
    const delayMs = this.#delayMs(request);
    if (delayMs === 0) write();
    else setTimeout(write, delayMs).unref();
  }
}

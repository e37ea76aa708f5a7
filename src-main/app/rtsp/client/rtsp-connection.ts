import { once } from 'node:events';
import net from 'node:net';
import type { RtspAnswerHead } from '../wire/rtsp-head.ts';
import { type RtspInput, RtspReader } from '../wire/rtsp-reader.ts';
import { answerText, requestText, type SentHeaders } from '../wire/rtsp-text.ts';
import { networkFailure, StreamFailure } from './stream-failure.ts';

const CONNECT_TIMEOUT_MS = 5_000;
/** Devices behind slow links were seen to take 15 s and more for a DESCRIBE. */
const ANSWER_TIMEOUT_MS = 20_000;
/** From here on somebody should be told that it takes its time. */
const SLOW_AFTER_MS = 2_000;
/** After so long without another byte a body whose length was not told is believed to be whole. */
const BODY_ENDS_AFTER_MS = 500;
const OK = 200;
/** Some servers refuse a DESCRIBE without it, whatever the login (go2rtc issue 235). */
const USER_AGENT = 'Opus NVR';

/** An answer with its body. */
export type RtspAnswer = RtspAnswerHead & { readonly body: Buffer };

/** Who hears what comes over a connection beside answers. */
export interface ConnectionListener {
  onPacket: (channel: number, payload: Buffer) => void;
  /** An answer has not come for a while; it is waited for on. */
  onSlow: () => void;
  /** The connection has ended, by whichever side, but not by `close`. */
  onEnd: (failure: StreamFailure) => void;
}

interface Waiting {
  resolve: (answer: RtspAnswer) => void;
  reject: (failure: StreamFailure) => void;
}

/** One TCP connection to a device: one question at a time, and packets between the answers. */
export class RtspConnection {
  readonly #socket: net.Socket;
  readonly #listener: ConnectionListener;
  readonly #reader = new RtspReader();
  #waiting: Waiting | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #cseq = 0;
  /** Questions whose answers nobody waits for any more. */
  readonly #givenUp = new Set<number>();
  #isEnded = false;
  #bodyEnd: NodeJS.Timeout | undefined;

  private constructor(socket: net.Socket, listener: ConnectionListener) {
    this.#socket = socket;
    this.#listener = listener;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', (error) => this.#end(networkFailure(error)));
    socket.on('end', () => this.#endBody());
    socket.on('close', () => this.#end(new StreamFailure('connection-lost')));
  }

  /** @throws {StreamFailure} Nobody answers there. */
  static async open(
    { host, port }: { host: string; port: number },
    listener: ConnectionListener,
    signal: AbortSignal,
  ): Promise<RtspConnection> {
    const socket = net.connect({ host, port, noDelay: true });
    socket.on('error', () => undefined);
    const late = setTimeout(
      () => socket.destroy(new StreamFailure('no-answer')),
      CONNECT_TIMEOUT_MS,
    );
    try {
      await once(socket, 'connect', { signal });
      return new RtspConnection(socket, listener);
    } catch (error) {
      socket.destroy();
      throw networkFailure(error);
    } finally {
      clearTimeout(late);
    }
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** The address behind the name, for telling whether a redirect leads to the same device. */
  get remoteAddress(): string | undefined {
    return this.#socket.remoteAddress;
  }

  /**
   * @param onAnswer called with the answer before any packet behind it is passed on
   * @throws {StreamFailure} No answer came.
   */
  async ask(
    method: string,
    url: string,
    headers: SentHeaders,
    onAnswer?: (answer: RtspAnswer) => void,
  ): Promise<RtspAnswer> {
    const answer = this.#turn.then(() => this.#ask(method, url, headers, onAnswer));
    this.#turn = answer.catch(() => undefined);
    return await answer;
  }

  /** A question whose answer nobody waits for. */
  tell(method: string, url: string, headers: SentHeaders): void {
    if (!this.#isEnded) this.#send(method, url, headers);
  }

  /** Back-pressure: what is not read fills the device's own buffers, not ours. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Sends what was written and hangs up. */
  close(): void {
    this.#isEnded = true;
    clearTimeout(this.#bodyEnd);
    this.#waiting?.reject(new StreamFailure('connection-lost'));
    this.#waiting = null;
    this.#socket.removeAllListeners('data').resume();
    this.#socket.destroySoon();
  }

  async #ask(
    method: string,
    url: string,
    headers: SentHeaders,
    onAnswer?: (answer: RtspAnswer) => void,
  ): Promise<RtspAnswer> {
    if (this.#isEnded) throw new StreamFailure('connection-lost');
    const slow = setTimeout(() => this.#listener.onSlow(), SLOW_AFTER_MS);
    const late = setTimeout(
      () => this.#waiting?.reject(new StreamFailure('no-answer')),
      ANSWER_TIMEOUT_MS,
    );
    try {
      return await new Promise<RtspAnswer>((resolve, reject) => {
        this.#send(method, url, headers);
        const answered = (answer: RtspAnswer): void => {
          onAnswer?.(answer);
          resolve(answer);
        };
        this.#waiting = { resolve: answered, reject };
      });
    } catch (error) {
      this.#givenUp.add(this.#cseq);
      throw error;
    } finally {
      clearTimeout(slow);
      clearTimeout(late);
      this.#waiting = null;
    }
  }

  #send(method: string, url: string, headers: SentHeaders): void {
    if (method === 'SETUP') this.#reader.expectPackets();
    const cseq = (this.#cseq += 1);
    this.#socket.write(
      requestText(method, url, { CSeq: cseq, 'User-Agent': USER_AGENT, ...headers }),
    );
  }

  #receive(chunk: Buffer): void {
    clearTimeout(this.#bodyEnd);
    this.#take(() => this.#reader.push(chunk));
    if (!this.#isEnded && this.#reader.isBodyOpen) {
      this.#bodyEnd = setTimeout(() => this.#endBody(), BODY_ENDS_AFTER_MS);
    }
  }

  #endBody(): void {
    if (!this.#isEnded) this.#take(() => this.#reader.endBody());
  }

  #take(read: () => RtspInput[]): void {
    try {
      for (const input of read()) {
        if (input.kind === 'packet') this.#listener.onPacket(input.channel, input.payload);
        else if (input.kind === 'answer') this.#answered(input);
        // Servers may ask their clients, too; an unanswered one may hang up.
        else this.#socket.write(answerText(OK, input.headers.first('cseq')));
        if (this.#isEnded) return;
      }
    } catch {
      this.#end(new StreamFailure('bad-answer'));
    }
  }

  /** The answer to a question that was given up is passed over. Servers name the wrong question, or none, but answer in order. */
  #answered(answer: RtspAnswer): void {
    if (answer.status < OK) return;
    const told = Number(answer.headers.first('cseq') ?? NaN);
    if (this.#givenUp.delete(told)) return;
    this.#waiting?.resolve(answer);
  }

  #end(failure: StreamFailure): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    clearTimeout(this.#bodyEnd);
    this.#socket.destroy();
    if (this.#waiting === null) this.#listener.onEnd(failure);
    else this.#waiting.reject(failure);
  }
}

import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { RtspRequestHead } from '../wire/rtsp-head.ts';
import { RtspReader } from '../wire/rtsp-reader.ts';
import { answerText, type SentHeaders } from '../wire/rtsp-text.ts';
import type { LeasedStream } from './leased-stream.ts';

const METHODS = 'OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER';
const SESSION = '1;timeout=60';
const OK = 200;
const FOUND = 302;
const BAD_REQUEST = 400;
/** For whatever main or the device refuses: go2rtc passes none of it on, and would try a login of its own after 401. */
const FORBIDDEN = 403;
/** rtsp://127.0.0.1:<port>/<lease>[/trackID=<n>] */
const LEASED_URL = /^rtsp:\/\/[^/]+\/([\da-f]+)(?:\/trackID=(\d+))?\/?$/;
/** go2rtc waits 5 s for an answer, and follows redirects for as long as they come. */
const ANSWER_WITHIN_MS = 3_500;

/** Where streams are kept whose dial takes longer than go2rtc waits for an answer. */
export interface DialledStreams {
  /** The one under way for this lease, or a new one. */
  take: (lease: string) => LeasedStream;
  /** Somebody will come for it again, at once. */
  park: (stream: LeasedStream) => void;
}

type Answer = (status: number, headers?: SentHeaders, body?: string) => void;

/** Serves one stream to go2rtc over one connection: the description, the tracks and their packets, as their device sends them. */
export class LeaseConnection {
  readonly #socket: Socket;
  readonly #streams: DialledStreams;
  readonly #reader = new RtspReader();
  readonly #closed: AbortController = new AbortController();
  #turn: Promise<void> = Promise.resolve();
  #stream: LeasedStream | null = null;

  constructor(socket: Socket, streams: DialledStreams) {
    this.#socket = socket;
    this.#streams = streams;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('close', () => this.end());
  }

  /** The lease that it dials or plays; null before its DESCRIBE. */
  get lease(): string | null {
    return this.#stream?.lease ?? null;
  }

  /** Ends both sides. */
  end(mayBeSigned = true): void {
    if (this.#closed.signal.aborted) return;
    this.#closed.abort();
    this.#stream?.end(mayBeSigned);
    this.#socket.destroySoon();
  }

  #receive(chunk: Buffer): void {
    try {
      for (const input of this.#reader.push(chunk)) {
        if (input.kind !== 'request') continue;
        this.#turn = this.#turn.then(() => this.#serve(input));
      }
    } catch {
      this.end();
    }
  }

  async #serve(request: RtspRequestHead): Promise<void> {
    const answer: Answer = (status, headers, body) => {
      if (!this.#socket.writable) return;
      this.#socket.write(answerText(status, request.headers.first('cseq'), headers, body));
    };
    try {
      await this.#answer(request, answer);
    } catch (error) {
      answer(FORBIDDEN);
      this.#stream?.fail(error);
      this.end();
    }
  }

  async #answer({ method, url, headers }: RtspRequestHead, answer: Answer): Promise<void> {
    const [, lease, track] = LEASED_URL.exec(url) ?? [];
    switch (method) {
      case 'DESCRIBE':
        if (lease === undefined || this.#stream !== null) answer(BAD_REQUEST);
        else await this.#describe(lease, url, answer);
        break;
      case 'SETUP':
        await this.#setUp(Number(track ?? NaN), headers.first('transport') ?? '', answer);
        break;
      case 'PLAY':
        await this.#stream?.play();
        answer(OK, { Session: SESSION });
        break;
      case 'TEARDOWN':
        answer(OK);
        this.end();
        break;
      default:
        answer(OK, { Public: METHODS });
    }
  }

  async #setUp(trackId: number, transport: string, answer: Answer): Promise<void> {
    this.#reader.expectPackets();
    const channel = Number(/interleaved=(\d{1,2})/.exec(transport)?.[1] ?? NaN);
    const isSetUp = await this.#stream?.setUp(trackId, channel);
    const Transport = `RTP/AVP/TCP;unicast;interleaved=${channel}-${channel + 1}`;
    if (isSetUp === true) answer(OK, { Transport, Session: SESSION });
    else answer(BAD_REQUEST);
  }

  async #describe(lease: string, url: string, answer: Answer): Promise<void> {
    const stream = this.#streams.take(lease);
    this.#stream = stream;
    const { signal } = this.#closed;
    const late = delay(ANSWER_WITHIN_MS, 'late' as const, { signal }).catch(() => 'gone' as const);
    const told = await Promise.race([
      stream.described.then((description) => ({ description })),
      late,
    ]);
    if (told === 'gone') return;
    const description = told === 'late' ? null : told.description;
    if (description !== null) {
      stream.attach(this.#socket, () => this.end());
      const headers = { 'Content-Type': 'application/sdp', 'Content-Base': `${url}/` };
      answer(OK, headers, description);
      return;
    }
    if (told === 'late') {
      this.#stream = null;
      this.#streams.park(stream);
      answer(FOUND, { Location: url });
    } else answer(FORBIDDEN);
    this.end();
  }
}

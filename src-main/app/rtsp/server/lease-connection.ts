import type { Socket } from 'node:net';
import type { StreamNews } from '@contract/models/playback.ts';
import { DeviceSession, type DeviceStream, type LoginOutcome } from '../client/device-session.ts';
import { failureOf, networkFailure, StreamFailure } from '../client/stream-failure.ts';
import { cleanSdp, readSdp, type CleanTrack } from '../media/sdp.ts';
import type { RtspRequestHead } from '../wire/rtsp-head.ts';
import { RtspReader } from '../wire/rtsp-reader.ts';
import { answerText, type SentHeaders } from '../wire/rtsp-text.ts';
import { MediaRelay } from './media-relay.ts';
import type { SilencePatience } from './silence-patience.ts';

const METHODS = 'OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER';
const SESSION = '1;timeout=60';
const OK = 200;
const BAD_REQUEST = 400;
/** For whatever main or the device refuses: go2rtc passes none of it on, and would try a login of its own after 401. */
const FORBIDDEN = 403;
const NOT_FOUND = 404;
/** rtsp://127.0.0.1:<port>/<lease>[/trackID=<n>] */
const LEASED_URL = /^rtsp:\/\/[^/]+\/([\da-f]+)(?:\/trackID=(\d+))?\/?$/;

/** A dial that main allowed. */
export interface GrantedDial {
  readonly stream: DeviceStream;
  readonly onLogin: (outcome: LoginOutcome) => void;
}

/** What a connection asks of the gateway around it. */
export interface LeaseDesk {
  /** Asks main; null when the stream must not be dialled now. */
  dial: (lease: string) => Promise<GrantedDial | null>;
  tell: (lease: string, news: StreamNews) => void;
  /** How long this stream may be silent, as learnt over all its sessions. */
  patienceOf: (lease: string) => SilencePatience;
}

/** Serves one stream to go2rtc over one connection: the description, the tracks and their packets, as their device sends them. */
export class LeaseConnection {
  readonly #socket: Socket;
  readonly #desk: LeaseDesk;
  readonly #reader = new RtspReader();
  #turn: Promise<void> = Promise.resolve();
  #lease = '';
  #session: DeviceSession | null = null;
  #relay: MediaRelay | null = null;
  #tracks: readonly CleanTrack[] = [];
  #control: string | null = null;
  #isOver = false;

  constructor(socket: Socket, desk: LeaseDesk) {
    this.#socket = socket;
    this.#desk = desk;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('close', () => this.end());
    socket.on('drain', () => this.#session?.resume());
  }

  /** The lease it was opened for; empty before its DESCRIBE. */
  get lease(): string {
    return this.#lease;
  }

  /** Ends both sides. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#relay?.stop();
    this.#session?.close();
    this.#socket.destroySoon();
  }

  #receive(chunk: Buffer): void {
    try {
      for (const input of this.#reader.push(chunk)) {
        if (input.kind !== 'request') continue;
        this.#turn = this.#turn.then(() => this.#serve(input)).catch(() => this.end());
      }
    } catch {
      this.end();
    }
  }

  async #serve(request: RtspRequestHead): Promise<void> {
    const answer = (status: number, headers?: SentHeaders, body?: string): void => {
      if (!this.#socket.writable) return;
      this.#socket.write(answerText(status, request.headers.first('cseq'), headers, body));
    };
    try {
      await this.#answer(request, answer);
    } catch (error) {
      this.#tellFailure(networkFailure(error));
      answer(FORBIDDEN);
      this.end();
    }
  }

  async #answer(
    { method, url, headers }: RtspRequestHead,
    answer: (status: number, headers?: SentHeaders, body?: string) => void,
  ): Promise<void> {
    const [, lease, track] = LEASED_URL.exec(url) ?? [];
    switch (method) {
      case 'DESCRIBE':
        if (lease === undefined || this.#session !== null) return answer(NOT_FOUND);
        return await this.#describe(lease, url, answer);
      case 'SETUP': {
        this.#reader.expectPackets();
        const channel = /interleaved=(\d{1,2})/.exec(headers.first('transport') ?? '')?.[1];
        const chosen = this.#tracks[Number(track ?? NaN)];
        if (chosen === undefined || channel === undefined) return answer(BAD_REQUEST);
        await this.#setUp(chosen, Number(channel));
        const Transport = `RTP/AVP/TCP;unicast;interleaved=${channel}-${Number(channel) + 1}`;
        return answer(OK, { Transport, Session: SESSION });
      }
      case 'PLAY':
        await this.#play();
        return answer(OK, { Session: SESSION });
      case 'TEARDOWN':
        answer(OK);
        return this.end();
      default:
        return answer(OK, { Public: METHODS });
    }
  }

  async #describe(
    lease: string,
    url: string,
    answer: (status: number, headers?: SentHeaders, body?: string) => void,
  ): Promise<void> {
    this.#lease = lease;
    const granted = await this.#desk.dial(lease);
    if (granted === null) {
      answer(FORBIDDEN);
      return this.end();
    }
    const session = new DeviceSession(granted.stream, {
      onLogin: granted.onLogin,
      onSlow: () => this.#tell({ kind: 'slow' }),
      onPacket: (channel, payload) => this.#relay?.push(channel, payload),
      onEnd: (failure) => this.#onSessionEnd(failure),
    });
    this.#session = session;
    // It may have gone while main thought.
    if (this.#isOver) return session.close();
    const { status, body } = await session.describe();
    if (status < 200 || status >= 300) throw failureOf('DESCRIBE', status);
    const description = readSdp(body.toString('latin1'));
    const { text, tracks } = cleanSdp(description);
    if (tracks.length === 0) throw new StreamFailure('no-video', status);
    this.#tracks = tracks;
    this.#control = description.control;
    this.#relay = new MediaRelay(this.#socket, session, {
      patience: this.#desk.patienceOf(lease),
      onSilence: () => this.end(),
      tell: (news) => this.#tell(news),
    });
    const video = tracks.find(({ kind }) => kind === 'video');
    const sound = description.tracks.find(({ kind }) => kind === 'audio');
    const codecs = { codec: video?.encoding ?? null, soundCodec: sound?.encoding ?? null };
    this.#tell({ kind: 'playing', ...codecs });
    answer(OK, { 'Content-Type': 'application/sdp', 'Content-Base': `${url}/` }, text);
  }

  async #setUp(track: CleanTrack, channel: number): Promise<void> {
    const deviceChannel = await this.#session?.setUp(track.control, channel);
    if (deviceChannel !== undefined) this.#relay?.add(track, deviceChannel, channel);
  }

  async #play(): Promise<void> {
    this.#relay?.start();
    await this.#session?.play(this.#control);
  }

  #onSessionEnd(failure: StreamFailure): void {
    this.#tellFailure(failure);
    this.end();
  }

  #tell(news: StreamNews): void {
    if (!this.#isOver) this.#desk.tell(this.#lease, news);
  }

  #tellFailure({ reason, status }: StreamFailure): void {
    this.#tell({ kind: 'failed', cause: reason, status });
  }
}

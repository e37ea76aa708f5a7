import type { Socket } from 'node:net';
import type { StreamNews } from '@contract/models/playback.ts';
import {
  DeviceSession,
  type DeviceStream,
  type LoginOutcome,
  type SessionListener,
} from '../client/device-session.ts';
import type { RecordingClock } from '../../domain/time/recording-time.ts';
import type { SharedLogin } from '../client/shared-login.ts';
import { failureOf, networkFailure, StreamFailure } from '../client/stream-failure.ts';
import { cleanSdp, type CleanTrack } from '../media/sdp/clean-sdp.ts';
import { readSdp } from '../media/sdp/sdp.ts';
import { MediaRelay } from './media-relay.ts';
import type { SilencePatience } from './silence-patience.ts';

/** A dial that main allowed. */
export interface GrantedDial {
  readonly stream: DeviceStream;
  readonly onLogin: (outcome: LoginOutcome) => void;
  /** What other sessions with the same login know of it. */
  readonly shared: SharedLogin;
  /** Of a recording: what its recorder means by times. */
  readonly clock?: RecordingClock | undefined;
}

/** What a stream asks of the gateway around it. */
export interface LeaseDesk {
  /** Asks main; null when the stream must not be dialled now. */
  dial: (lease: string) => Promise<GrantedDial | null>;
  tell: (lease: string, news: StreamNews) => void;
  /** How long this stream may be silent, as learnt over all its sessions. */
  patienceOf: (lease: string) => SilencePatience;
}

/** What go2rtc is given for a stream, as an SDP; null when main or the device refused it. */
export type Description = string | null;

/** One stream on its way from its device: dialled once, described, and then played to the connection that came for it. */
export class LeasedStream {
  readonly lease: string;
  /** Settles when the dial is over; never rejects. */
  readonly described: Promise<Description>;
  readonly #desk: LeaseDesk;
  #session: DeviceSession | null = null;
  #relay: MediaRelay | null = null;
  #tracks: readonly CleanTrack[] = [];
  #control: string | null = null;
  #onEnd: (() => void) | null = null;
  #isOver = false;

  constructor(lease: string, desk: LeaseDesk) {
    this.lease = lease;
    this.#desk = desk;
    this.described = this.#dial().catch((error: unknown) => {
      this.fail(error);
      return null;
    });
  }

  /** To whom it plays, and what to do when it is over. */
  attach(socket: Socket, onEnd: () => void): void {
    if (this.#session === null) return;
    this.#onEnd = onEnd;
    this.#relay = new MediaRelay(socket, this.#session, {
      patience: this.#desk.patienceOf(this.lease),
      onSilence: () => this.end(),
      tell: (news) => this.#tell(news),
    });
    socket.on('drain', () => this.#session?.resume());
  }

  /** False: there is no such track. */
  async setUp(trackId: number, channel: number): Promise<boolean> {
    const track = this.#tracks.find(({ id }) => id === trackId);
    if (track === undefined || this.#session === null) return false;
    this.#relay?.add(track, await this.#session.setUp(track.control, channel), channel);
    return true;
  }

  async play(): Promise<void> {
    this.#relay?.start();
    await this.#session?.play(this.#control);
  }

  /** Tells why, and ends. */
  fail(error: unknown): void {
    const { reason, status } = networkFailure(error);
    this.#tell({ kind: 'failed', cause: reason, status });
    this.end();
  }

  /** Ends the session at the device, and whoever it plays to. */
  end(mayBeSigned = true): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#relay?.stop();
    this.#session?.close(mayBeSigned);
    this.#onEnd?.();
  }

  async #dial(): Promise<Description> {
    const granted = await this.#desk.dial(this.lease);
    if (granted === null) return null;
    const listener: SessionListener = {
      onLogin: granted.onLogin,
      onSlow: () => this.#tell({ kind: 'slow' }),
      onPacket: (channel, payload) => this.#relay?.push(channel, payload),
      onEnd: (failure) => this.fail(failure),
    };
    const session = new DeviceSession(granted.stream, listener, granted.shared);
    this.#session = session;
    // Whoever wanted it may have gone while main thought.
    if (this.#isOver) {
      session.close();
      return null;
    }
    const { status, body } = await session.describe();
    if (status < 200 || status >= 300) throw failureOf('DESCRIBE', status);
    const description = readSdp(body.toString('latin1'));
    const clean = cleanSdp(description, { video: true, audio: true });
    const { tracks, videoEncoding: codec, soundEncoding: soundCodec } = clean;
    this.#tell({ kind: 'playing', codec, soundCodec });
    if (tracks.length === 0) throw new StreamFailure('no-video', status);
    this.#tracks = tracks;
    this.#control = description.control;
    return clean.text;
  }

  #tell(news: StreamNews): void {
    if (!this.#isOver) this.#desk.tell(this.lease, news);
  }
}

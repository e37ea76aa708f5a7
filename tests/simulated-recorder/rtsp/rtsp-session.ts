import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Broadcaster } from '../media/broadcaster.ts';
import type { Viewer } from '../media/stream-feed.ts';
import type { StreamId, StreamKind } from '../stream-id.ts';

const SESSION_ID_DIGITS = 10;

/** A playing session, as tests see it. */
export interface RtspSession {
  readonly channel: number;
  readonly stream: StreamKind;
  readonly remotePort: number;
  readonly startedAt: Date;
}

/** The tracks of a stream: RTP channels by what they carry. */
export interface TrackChannels {
  readonly video?: number;
  readonly audio?: number;
}

/** What SETUP makes: one stream, or one track of it, bound to one connection, playing or paused. */
export class SessionState {
  readonly id = String(randomInt(10 ** SESSION_ID_DIGITS)).padStart(SESSION_ID_DIGITS, '0');
  readonly streamId: StreamId;
  readonly #broadcaster: Broadcaster;
  readonly #socket: Socket;
  readonly #onTooSlow: () => void;
  #video: Viewer | undefined;
  #audio: Viewer | undefined;
  #startedAt: Date | undefined;

  constructor(options: {
    streamId: StreamId;
    socket: Socket;
    broadcaster: Broadcaster;
    onTooSlow: () => void;
  }) {
    const { streamId, socket, broadcaster, onTooSlow } = options;
    this.streamId = streamId;
    this.#broadcaster = broadcaster;
    this.#socket = socket;
    this.#onTooSlow = onTooSlow;
  }

  /** One SETUP for each track. */
  addTracks({ video, audio }: TrackChannels): void {
    if (video !== undefined) this.#video = this.#viewerOn(video);
    if (audio !== undefined) this.#audio = this.#viewerOn(audio);
  }

  get playing(): RtspSession | undefined {
    if (this.#startedAt === undefined) return undefined;
    const { remotePort = 0 } = this.#socket;
    return { ...this.streamId, remotePort, startedAt: this.#startedAt };
  }

  play(): void {
    if (this.#startedAt !== undefined) return;
    this.#startedAt = new Date();
    if (this.#video) {
      this.#video.awaitsKeyframe = true;
      this.#broadcaster.add(this.streamId, this.#video);
    }
    if (this.#audio) this.#broadcaster.addAudio(this.streamId, this.#audio);
  }

  pause(): void {
    this.#startedAt = undefined;
    if (this.#video) this.#broadcaster.remove(this.streamId, this.#video);
    if (this.#audio) this.#broadcaster.removeAudio(this.streamId, this.#audio);
  }

  #viewerOn(rtpChannel: number): Viewer {
    const [socket, onTooSlow] = [this.#socket, this.#onTooSlow];
    return { socket, rtpChannel, awaitsKeyframe: true, onTooSlow };
  }
}

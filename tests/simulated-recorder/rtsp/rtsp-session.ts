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

/** What SETUP makes: one stream bound to one connection, playing or paused. */
export class SessionState {
  readonly id = String(randomInt(10 ** SESSION_ID_DIGITS)).padStart(SESSION_ID_DIGITS, '0');
  readonly streamId: StreamId;
  readonly #broadcaster: Broadcaster;
  readonly #viewer: Viewer;
  #startedAt: Date | undefined;

  constructor(options: {
    streamId: StreamId;
    rtpChannel: number;
    socket: Socket;
    broadcaster: Broadcaster;
    onTooSlow: () => void;
  }) {
    const { streamId, rtpChannel, socket, broadcaster, onTooSlow } = options;
    this.streamId = streamId;
    this.#broadcaster = broadcaster;
    this.#viewer = { socket, rtpChannel, awaitsKeyframe: true, onTooSlow };
  }

  get playing(): RtspSession | undefined {
    if (this.#startedAt === undefined) return undefined;
    const { remotePort = 0 } = this.#viewer.socket;
    return { ...this.streamId, remotePort, startedAt: this.#startedAt };
  }

  play(): void {
    if (this.#startedAt !== undefined) return;
    this.#startedAt = new Date();
    this.#viewer.awaitsKeyframe = true;
    this.#broadcaster.add(this.streamId, this.#viewer);
  }

  pause(): void {
    this.#startedAt = undefined;
    this.#broadcaster.remove(this.streamId, this.#viewer);
  }
}

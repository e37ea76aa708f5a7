import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import { seededRandom } from '../seeded-random.ts';
import type { ChannelClock } from './channel-clock.ts';
import type { Clip, ClipFrame } from './clip.ts';
import { interleave, VIDEO_CLOCK_HZ } from './rtp-packets.ts';

const SOCKET_BACKLOG_LIMIT_BYTES = 2 * 1024 * 1024;
const UINT32_RANGE = 2 ** 32;
/** After a longer pause of the process the feed jumps to the present, as a camera would. */
const MAX_CATCH_UP_FRAMES = 30;
const LOST_EVERY_FRAMES = 4;

/** One client of a feed: where its packets go and whether it has seen a keyframe yet. */
export interface Viewer {
  readonly socket: Socket;
  readonly rtpChannel: number;
  awaitsKeyframe: boolean;
  readonly onTooSlow: () => void;
}

/** What is wrong with the stream's pictures just now. */
export interface FeedFaults {
  isFrozen(): boolean;
  isRepeating(): boolean;
  isLosing(): boolean;
  packetLoss(): number;
  /** What became due within so long is sent at once; 0 is each frame at its time. */
  burstMs(): number;
}

/** Sends one stream to all its viewers; they share sequence numbers and timestamps, which go on over the clip's end. */
export class StreamFeed {
  readonly clip: Clip;
  readonly #clock: ChannelClock;
  readonly #faults: FeedFaults;
  readonly #viewers = new Set<Viewer>();
  readonly #ssrc = randomInt(UINT32_RANGE);
  readonly #firstTimestamp = randomInt(UINT32_RANGE);
  readonly #random = seededRandom(1);
  #sequence = randomInt(2 ** 16);
  #nextFrame = 0;
  #repeated: ClipFrame | undefined;

  constructor(clip: Clip, clock: ChannelClock, faults: FeedFaults) {
    this.clip = clip;
    this.#clock = clock;
    this.#faults = faults;
  }

  get hasViewers(): boolean {
    return this.#viewers.size > 0;
  }

  get nextDueAtMs(): number {
    const dueAtMs = this.#clock.dueAtMs(this.#nextFrame);
    const burstMs = this.#faults.burstMs();
    return burstMs === 0 ? dueAtMs : Math.ceil(dueAtMs / burstMs) * burstMs;
  }

  add(viewer: Viewer, nowMs: number): void {
    if (!this.hasViewers) this.#nextFrame = this.#clock.frameAt(nowMs) + 1;
    this.#viewers.add(viewer);
  }

  remove(viewer: Viewer): void {
    this.#viewers.delete(viewer);
  }

  /** Sends every frame that became due. */
  advance(nowMs: number): void {
    const burstMs = this.#faults.burstMs();
    const newest = this.#clock.frameAt(
      burstMs === 0 ? nowMs : Math.floor(nowMs / burstMs) * burstMs,
    );
    if (burstMs === 0 && newest - this.#nextFrame > MAX_CATCH_UP_FRAMES) {
      this.#nextFrame = newest;
      this.#awaitKeyframe();
    }
    for (; this.#nextFrame <= newest; this.#nextFrame += 1) this.#send(this.#nextFrame);
  }

  #send(index: number): void {
    if (this.#faults.isFrozen()) {
      this.#awaitKeyframe();
      return;
    }
    const { frameRate } = this.clip;
    const frame = this.#frameToSend(index);
    if (frame === undefined || this.#isLost(index, frame)) return;
    const buffers = new Map<number, Buffer>();
    const timestamp =
      this.#firstTimestamp + ((index + frame.shownAfter) * VIDEO_CLOCK_HZ) / frameRate;
    const position = { sequence: this.#sequence, timestamp, ssrc: this.#ssrc };
    const packetLoss = this.#faults.packetLoss();
    const isKept = packetLoss === 0 ? undefined : () => this.#random() >= packetLoss;
    for (const viewer of this.#viewers) {
      if (viewer.awaitsKeyframe && !frame.isKeyframe) continue;
      viewer.awaitsKeyframe = false;
      const buffer =
        buffers.get(viewer.rtpChannel) ??
        interleave(frame.payloads, position, viewer.rtpChannel, isKept);
      buffers.set(viewer.rtpChannel, buffer);
      if (buffer.length > 0) viewer.socket.write(buffer);
      if (viewer.socket.writableLength > SOCKET_BACKLOG_LIMIT_BYTES) viewer.onTooSlow();
    }
    if (buffers.size > 0) this.#sequence = (this.#sequence + frame.payloads.length) & 0xffff;
  }

  #isLost(index: number, frame: ClipFrame): boolean {
    return this.#faults.isLosing() && index % LOST_EVERY_FRAMES === 0 && !frame.isKeyframe;
  }

  /** The frame of this moment, or the keyframe before the moment in which repeating began. */
  #frameToSend(index: number): ClipFrame | undefined {
    const { frames } = this.clip;
    const position = index % frames.length;
    if (this.#faults.isRepeating()) {
      this.#repeated ??= frames.slice(0, position + 1).findLast((frame) => frame.isKeyframe);
      return this.#repeated;
    }
    if (this.#repeated !== undefined) this.#awaitKeyframe();
    this.#repeated = undefined;
    return frames[position];
  }

  /** A frame that was left out breaks the following ones up to the next keyframe. */
  #awaitKeyframe(): void {
    for (const viewer of this.#viewers) viewer.awaitsKeyframe = true;
  }
}

import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Clip } from '../media/clip.ts';
import { interleave, VIDEO_CLOCK_HZ } from '../media/rtp-packets.ts';
import type { SimulatedRecordings } from './simulated-recordings.ts';

const SESSION_ID_DIGITS = 10;
const UINT32_RANGE = 2 ** 32;
const MS_PER_SECOND = 1000;
const TICK_MS = 10;

/**
 * A recording that is played at its own pace. It shows what the live picture showed then: the frame of a moment is the same for everybody, and begins with the
 * keyframe before. Where nothing was recorded it goes on with what comes next, as its stamps tell; at the end it falls silent and says nothing.
 */
export class PlaybackSession {
  readonly id = String(randomInt(10 ** SESSION_ID_DIGITS)).padStart(SESSION_ID_DIGITS, '0');
  readonly channel: number;
  readonly #clip: Clip;
  readonly #socket: Socket;
  readonly #recordings: SimulatedRecordings;
  readonly #firstStamp = randomInt(UINT32_RANGE);
  #rtpChannel = 0;
  #sequence = randomInt(2 ** 16);
  #firstFrame = 0;
  #nextFrame = 0;
  #startedAtMs = 0;
  /** Frames that were passed over, since nothing was recorded. */
  #skipped = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    channel: number;
    clip: Clip;
    socket: Socket;
    recordings: SimulatedRecordings;
  }) {
    this.channel = options.channel;
    this.#clip = options.clip;
    this.#socket = options.socket;
    this.#recordings = options.recordings;
  }

  setUp(rtpChannel: number): void {
    this.#rtpChannel = rtpChannel;
  }

  /** Gives back where it really begins. */
  play(momentMs: number): number {
    this.halt();
    const { frameRate, keyframeEvery } = this.#clip;
    const asked = Math.floor((momentMs * frameRate) / MS_PER_SECOND);
    // Loops are whole groups of pictures, so that keyframes keep their distance for ever.
    this.#firstFrame = asked - (asked % keyframeEvery);
    this.#nextFrame = this.#firstFrame;
    this.#skipped = 0;
    this.#startedAtMs = performance.now();
    this.#recordings.playing.add(this);
    this.#timer = setInterval(() => this.#advance(), TICK_MS);
    return this.#momentOf(this.#firstFrame);
  }

  halt(): void {
    clearInterval(this.#timer);
    this.#recordings.playing.delete(this);
  }

  #momentOf(frame: number): number {
    return Math.ceil((frame * MS_PER_SECOND) / this.#clip.frameRate);
  }

  #advance(): void {
    const { frameRate, keyframeEvery } = this.#clip;
    const passed = ((performance.now() - this.#startedAtMs) * frameRate) / MS_PER_SECOND;
    const newest = this.#firstFrame + this.#skipped + Math.floor(passed);
    while (this.#nextFrame <= newest) {
      const momentMs = this.#momentOf(this.#nextFrame);
      if (momentMs > this.#recordings.nowMs) return;
      if (this.#recordings.has(this.channel, momentMs)) {
        this.#send(this.#nextFrame);
        this.#nextFrame += 1;
        continue;
      }
      const step = keyframeEvery - (this.#nextFrame % keyframeEvery);
      this.#nextFrame += step;
      this.#skipped += step;
    }
  }

  #send(frame: number): void {
    const { frames, frameRate } = this.#clip;
    const picture = frames[frame % frames.length];
    if (picture === undefined || !this.#socket.writable) return;
    const ticks = ((frame - this.#firstFrame) * VIDEO_CLOCK_HZ) / frameRate;
    const timestamp = this.#firstStamp + ticks;
    const position = { sequence: this.#sequence, timestamp, ssrc: this.#firstStamp };
    this.#socket.write(interleave(picture.payloads, position, this.#rtpChannel));
    this.#sequence = (this.#sequence + picture.payloads.length) & 0xffff;
  }
}

import { randomInt } from 'node:crypto';
import type { AudioTrack } from './audio-track.ts';
import { interleave } from './rtp-packets.ts';
import type { Viewer } from './stream-feed.ts';

const MS_PER_SECOND = 1000;
const EMPTY = Buffer.alloc(0);

/** Sends one channel's sound to everyone who asked for it. */
export class AudioFeed {
  readonly #track: AudioTrack;
  readonly #startedAtMs: number;
  readonly #packetMs: number;
  readonly #viewers = new Set<Viewer>();
  readonly #ssrc = randomInt(2 ** 32);
  #next = 0;

  constructor(track: AudioTrack, startedAtMs: number) {
    this.#track = track;
    this.#startedAtMs = startedAtMs;
    this.#packetMs = (track.samplesPerPacket * MS_PER_SECOND) / track.clockHz;
  }

  get hasViewers(): boolean {
    return this.#viewers.size > 0;
  }

  get nextDueAtMs(): number {
    return this.#startedAtMs + this.#next * this.#packetMs;
  }

  add(viewer: Viewer, nowMs: number): void {
    if (!this.hasViewers) this.#next = this.#packetAt(nowMs) + 1;
    this.#viewers.add(viewer);
  }

  remove(viewer: Viewer): void {
    this.#viewers.delete(viewer);
  }

  advance(nowMs: number): void {
    for (; this.#next <= this.#packetAt(nowMs); this.#next += 1) this.#send(this.#next);
  }

  #packetAt(nowMs: number): number {
    return Math.floor((nowMs - this.#startedAtMs) / this.#packetMs);
  }

  #send(index: number): void {
    const { payloads, payloadType, samplesPerPacket } = this.#track;
    const body = payloads[index % payloads.length];
    if (body === undefined) return;
    const timestamp = index * samplesPerPacket;
    const position = { sequence: index & 0xffff, timestamp, ssrc: this.#ssrc, payloadType };
    for (const { socket, rtpChannel } of this.#viewers) {
      socket.write(interleave([{ prefix: EMPTY, body }], position, rtpChannel));
    }
  }
}

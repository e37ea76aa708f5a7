import { performance } from 'node:perf_hooks';
import { type StreamId, streamNumber } from '../stream-id.ts';
import { AudioFeed } from './audio-feed.ts';
import { ChannelClock } from './channel-clock.ts';
import type { Clip } from './clip.ts';
import { StreamFeed, type Viewer } from './stream-feed.ts';

/** Finds the loop that a stream plays. */
export type ClipSource = (id: StreamId) => Clip;

/** What is wrong with a channel's pictures just now. */
export interface PictureFaults {
  isFrozen(channel: number): boolean;
  isRepeating(channel: number): boolean;
  isLosing(channel: number): boolean;
  /** The share of RTP packets that get lost. */
  packetLoss(channel: number): number;
  burstMs(channel: number): number;
}

/** Paces all sessions of the recorder with one timer, which only runs while somebody watches. */
export class Broadcaster {
  readonly #clipOf: ClipSource;
  readonly #faults: PictureFaults;
  readonly #feeds = new Map<number, StreamFeed>();
  readonly #audioFeeds = new Map<number, AudioFeed>();
  #startedAtMs = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(clipOf: ClipSource, faults: PictureFaults) {
    this.#clipOf = clipOf;
    this.#faults = faults;
  }

  /** When the loops began, in milliseconds since 1970: whoever knows it knows which frame is the newest. */
  get startedAtEpochMs(): number {
    return performance.timeOrigin + this.#startedAtMs;
  }

  start(): void {
    this.#startedAtMs = performance.now();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#feeds.clear();
    this.#audioFeeds.clear();
  }

  add(id: StreamId, viewer: Viewer): void {
    this.#feed(id).add(viewer, performance.now());
    this.#schedule();
  }

  remove(id: StreamId, viewer: Viewer): void {
    this.#feeds.get(streamNumber(id))?.remove(viewer);
    this.#schedule();
  }

  /** Sound beside, or without, the picture; nothing where the stream has none. */
  addAudio(id: StreamId, viewer: Viewer): void {
    const key = streamNumber(id);
    const track = this.#clipOf(id).audio;
    if (track === undefined) return;
    const feed = this.#audioFeeds.get(key) ?? new AudioFeed(track, this.#startedAtMs);
    this.#audioFeeds.set(key, feed);
    feed.add(viewer, performance.now());
    this.#schedule();
  }

  removeAudio(id: StreamId, viewer: Viewer): void {
    this.#audioFeeds.get(streamNumber(id))?.remove(viewer);
    this.#schedule();
  }

  #feed(id: StreamId): StreamFeed {
    const key = streamNumber(id);
    let feed = this.#feeds.get(key);
    if (feed === undefined) {
      const clip = this.#clipOf(id);
      const clock = new ChannelClock({
        channel: id.channel,
        frameRate: clip.frameRate,
        startedAtMs: this.#startedAtMs,
        keyframeEvery: clip.keyframeEvery,
      });
      feed = new StreamFeed(clip, clock, {
        isFrozen: () => this.#faults.isFrozen(id.channel),
        isRepeating: () => this.#faults.isRepeating(id.channel),
        isLosing: () => this.#faults.isLosing(id.channel),
        packetLoss: () => this.#faults.packetLoss(id.channel),
        burstMs: () => this.#faults.burstMs(id.channel),
      });
      this.#feeds.set(key, feed);
    }
    return feed;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const dueTimesMs = this.#watchedFeeds().map((feed) => feed.nextDueAtMs);
    if (dueTimesMs.length === 0) return;
    const waitMs = Math.min(...dueTimesMs) - performance.now();
    this.#timer = setTimeout(() => this.#tick(), Math.max(1, Math.ceil(waitMs)));
  }

  #tick(): void {
    const nowMs = performance.now();
    for (const feed of this.#watchedFeeds()) feed.advance(nowMs);
    this.#schedule();
  }

  #watchedFeeds(): (StreamFeed | AudioFeed)[] {
    const feeds = [...this.#feeds.values(), ...this.#audioFeeds.values()];
    return feeds.filter((feed) => feed.hasViewers);
  }
}

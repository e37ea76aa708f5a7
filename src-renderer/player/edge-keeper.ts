import { AT_EDGE, jumpToEdge, stepEdge } from './live-edge.ts';
import type { EdgeSample, EdgeState, EdgeStep } from './live-edge.ts';
import type { MediaFeed } from './media-feed.ts';

/** Applies the decisions of `live-edge.ts` to one `<video>`. */
export class EdgeKeeper {
  readonly #video: HTMLVideoElement;
  readonly #feed: MediaFeed;
  #state: EdgeState = AT_EDGE;
  #behindMs = 0;
  #seeks = 0;

  constructor(video: HTMLVideoElement, feed: MediaFeed) {
    this.#video = video;
    this.#feed = feed;
  }

  /** How late the picture is, or null while it is not late. */
  get lateByMs(): number | null {
    return this.#state.isLate ? this.#behindMs : null;
  }

  get seeks(): number {
    return this.#seeks;
  }

  /** A new connection: what was learnt about the old one does not count. */
  reset(): void {
    this.#apply({ state: AT_EDGE, seekToS: null, behindMs: 0 });
  }

  tick(nowMs: number, firstFrameAtMs: number | null): void {
    this.#apply(stepEdge(this.#state, this.#sample(nowMs, firstFrameAtMs)));
  }

  /** Skips what was received while nobody could see it. */
  jump(nowMs: number): void {
    this.#apply(jumpToEdge(this.#state, this.#sample(nowMs, null)));
  }

  #sample(nowMs: number, firstFrameAtMs: number | null): EdgeSample {
    return {
      nowMs,
      firstFrameAtMs,
      currentTimeS: this.#video.currentTime,
      ranges: this.#feed.ranges,
      lowestAheadMs: this.#feed.takeLowestAheadMs(),
    };
  }

  #apply({ state, seekToS, behindMs }: EdgeStep): void {
    this.#state = state;
    this.#behindMs = behindMs;
    if (this.#video.playbackRate !== state.rate) this.#video.playbackRate = state.rate;
    if (seekToS === null) return;
    this.#seeks += 1;
    this.#video.currentTime = seekToS;
  }
}

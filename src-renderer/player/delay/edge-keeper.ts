import { FrameBeat } from './frame-beat.ts';
import type { FrameWatch } from '../picture/frame-watch.ts';
import { AT_EDGE, jumpToEdge, LATE_ABOVE_MS, stepEdge } from './live-edge.ts';
import type { EdgeSample, EdgeState, EdgeStep } from './live-edge.ts';
import type { MediaFeed } from '../media/media-feed.ts';

type ShownFrames = Pick<FrameWatch, 'mediaTimeS' | 'framesShown'>;

/** Applies the decisions of `live-edge.ts`, and where those leave the speed alone of `frame-beat.ts`, to one `<video>`. */
export class EdgeKeeper {
  readonly #video: HTMLVideoElement;
  readonly #feed: MediaFeed;
  readonly #watch: ShownFrames | null;
  readonly #beat = new FrameBeat();
  #state: EdgeState = AT_EDGE;
  #behindMs = 0;
  #seeks = 0;

  constructor(video: HTMLVideoElement, feed: MediaFeed, watch: ShownFrames | null) {
    this.#video = video;
    this.#feed = feed;
    this.#watch = watch;
  }

  /**
   * How late the picture is, or null while it is not late.
   * @param burstMs how far apart bursts of media are: the oldest picture of each is so old when it comes; else 0
   */
  lateBy(burstMs: number): number | null {
    const isLate = this.#state.isLate || burstMs >= LATE_ABOVE_MS;
    return isLate ? this.#behindMs + burstMs : null;
  }

  get seeks(): number {
    return this.#seeks;
  }

  /** A new connection: what was learnt about the old one does not count. */
  reset(): void {
    this.#apply({ state: AT_EDGE, seekToS: null, behindMs: 0 });
    this.#beat.reset();
  }

  /** @param slowIntervalMs how far apart media arrives, where that is far; else 0 */
  tick(nowMs: number, firstFrameAtMs: number | null, slowIntervalMs = 0): void {
    const sample = { ...this.#sample(nowMs, firstFrameAtMs), slowIntervalMs };
    const step = stepEdge(this.#state, sample);
    this.#apply(step, this.#beatRate(sample, step.behindMs));
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

  #beatRate({ nowMs, currentTimeS, firstFrameAtMs }: EdgeSample, spareMs: number): number {
    if (this.#watch === null || firstFrameAtMs === null) return AT_EDGE.rate;
    const { mediaTimeS, framesShown } = this.#watch;
    return this.#beat.step({ nowMs, currentTimeS, mediaTimeS, framesShown, spareMs });
  }

  #apply({ state, seekToS, behindMs }: EdgeStep, beatRate = AT_EDGE.rate): void {
    this.#state = state;
    this.#behindMs = behindMs;
    const rate = state.rate === AT_EDGE.rate ? beatRate : state.rate;
    if (this.#video.playbackRate !== rate) this.#video.playbackRate = rate;
    if (seekToS === null) return;
    this.#seeks += 1;
    this.#video.currentTime = seekToS;
  }
}

/** Between two ticks (`ticker.ts`) an error is made good, if that is not faster than this. */
const CORRECTED_WITHIN_MS = 250;
const LARGEST_CHANGE = 0.03;
/** A stream in step is left alone until it is that far off: clocks of cameras drift, and arrivals need not be followed. */
const PULL_ABOVE_MS = 4;
const PULL_UNTIL_MS = 1;

/** Whoever has more media in hand than this after it goes forwards, even if that is the longer way: pictures get newer by it. */
const KEPT_IN_HAND_MS = 150;

const LEARNT_OVER_S = 2;
/** A lost frame makes a larger difference, and a rate that is no half number of frames a second is nobody's. */
const RATE_TOLERANCE = 0.005;
const STEPS_PER_FRAME_RATE = 2;
/** So much of an interval a frame may be off its place: where frames were lost, their number does not tell the rate. */
const PLACE_TOLERANCE = 0.1;
/** Slower streams repaint rarely anyway, and would be moved by more than is worth it; faster ones repaint always. */
const LOWEST_FRAME_RATE = 8;
const HIGHEST_FRAME_RATE = 30;

const MS_PER_SECOND = 1000;

/** Which frame was on screen, and where playback is. */
export interface BeatSample {
  /** Of one clock, which gives all players of the page their beat. */
  readonly nowMs: number;
  readonly currentTimeS: number;
  /** Media time of a frame that was shown. */
  readonly mediaTimeS: number;
  /** How many were shown up to then. */
  readonly framesShown: number;
  /** Received media that could be skipped without running dry. */
  readonly spareMs: number;
}

/**
 * Lets the pictures of a page change at the same moments. Chromium repaints everything between the tiles that changed: 16
 * cameras out of step repaint the whole window at each refresh of the display, in step once for each of their frames.
 */
export class FrameBeat {
  #seen: BeatSample[] = [];
  #intervalMs: number | null = null;
  #isPulling = false;

  /** The connection or the position is another one. */
  reset(): void {
    this.#seen = [];
    this.#intervalMs = null;
    this.#isPulling = false;
  }

  /** The rate at which to play until the next tick, close to 1. */
  step(sample: BeatSample): number {
    this.#learn(sample);
    if (this.#intervalMs === null) return 1;
    const errorMs = offBeatMs(sample, this.#intervalMs);
    this.#isPulling = Math.abs(errorMs) > (this.#isPulling ? PULL_UNTIL_MS : PULL_ABOVE_MS);
    if (!this.#isPulling) return 1;
    const isForwards = errorMs < 0 && sample.spareMs - this.#intervalMs - errorMs > KEPT_IN_HAND_MS;
    const change = (isForwards ? errorMs + this.#intervalMs : errorMs) / CORRECTED_WITHIN_MS;
    return 1 + Math.min(LARGEST_CHANGE, Math.max(-LARGEST_CHANGE, change));
  }

  #learn(sample: BeatSample): void {
    this.#seen.push(sample);
    const elapsedS = sample.mediaTimeS - (this.#seen[0]?.mediaTimeS ?? 0);
    if (elapsedS >= 0 && elapsedS < LEARNT_OVER_S) return;
    this.#intervalMs = intervalOf(this.#seen);
    this.#seen = [sample];
  }
}

/** How much too late the frames change; negative for too early. */
function offBeatMs({ nowMs, currentTimeS, mediaTimeS }: BeatSample, intervalMs: number): number {
  const changesAtMs = nowMs + (mediaTimeS - currentTimeS) * MS_PER_SECOND;
  return changesAtMs - Math.round(changesAtMs / intervalMs) * intervalMs;
}

/** Null for a rate that cannot be told, or is not worth it. */
function intervalOf(seen: readonly BeatSample[]): number | null {
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last) return null;
  const measured = (last.framesShown - first.framesShown) / (last.mediaTimeS - first.mediaTimeS);
  const rate = Math.round(measured * STEPS_PER_FRAME_RATE) / STEPS_PER_FRAME_RATE;
  if (rate < LOWEST_FRAME_RATE || rate > HIGHEST_FRAME_RATE) return null;
  if (Math.abs(measured - rate) > rate * RATE_TOLERANCE) return null;
  const places = seen.map(({ mediaTimeS }) => (mediaTimeS - first.mediaTimeS) * rate);
  const isRegular = places.every((place) => Math.abs(place - Math.round(place)) <= PLACE_TOLERANCE);
  return isRegular ? MS_PER_SECOND / rate : null;
}

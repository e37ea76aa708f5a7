/**
 * Keeps playback just behind the newest received media. It steers by the *floor*: the least media that was left to play
 * at any moment of the last second or two. The floor is delay that can be taken away without running dry, whatever the
 * frame rate and however the frames bunch up; seeking is left for what speed cannot mend, because each seek drops frames.
 */
const TARGET_FLOOR_MS = 200;
const SPEED_UP_ABOVE_MS = 400;
const SLOW_DOWN_BELOW_MS = 30;
const SLOW_DOWN_UNTIL_MS = 120;
const WINDOW_SAMPLES = 6;

/**
 * Media of slow streams comes in large steps, and Chromium plays on beyond the end of the last one: a frame that comes after its
 * place was passed is never shown, and at one frame a second the next one is a second away. So half a step is kept.
 */
const FLOOR_OF_STEP = 0.5;
const LARGEST_FLOOR_MS = 500;
/** Steps are seen once a tick (`ticker.ts`): of streams from four frames a second on, all look like this. */
const TICK_MS = 250;
const LONGEST_STEP_MS = 20_000;
const LEARNT_STEPS = 5;

const RATE_NORMAL = 1;
const RATE_SLOWER = 0.95;
/** Speed by floor, highest first. */
const CATCH_UP_RATES: readonly (readonly [aboveMs: number, rate: number])[] = [
  [3000, 2],
  [1500, 1.5],
  [800, 1.25],
  [0, 1.1],
];

const JUMP_ABOVE_MS = 4000;
/** Chromium cannot play much faster where the next frame is not yet decoded, and a jump costs such a stream a frame at most. */
const SLOW_STEP_MS = 500;
/** The cached group of pictures that go2rtc sends first is old news: right after the start a shorter delay is jumped. */
const JUMP_ABOVE_AT_START_MS = 1000;
const START_UP_MS = 3000;
const JUMP_PAUSE_MS = 3000;
const GAP_REACHED_S = 0.1;
const GAP_LANDING_S = 0.01;
const PAST_END_S = 0.5;

/** A picture that is older is called late. */
export const LATE_ABOVE_MS = 1500;
/** Kept for a whole window; right after a step of its media a stream has that much more to play. */
const LATE_UNTIL_MS = 1000;

/** One contiguous stretch of received media, in seconds of media time. */
export interface BufferedRange {
  readonly startS: number;
  readonly endS: number;
}

/** What the controller remembers between ticks; replaced, never changed. */
export interface EdgeState {
  /** Where the media ended at the last tick, and by how much it grew at those before; ticks without new media do not count. */
  readonly endS: number | null;
  readonly stepsMs: readonly number[];
  readonly lowsMs: readonly number[];
  readonly rate: number;
  readonly isLate: boolean;
  readonly jumpedAtMs: number;
}

/** What the controller looks at on each tick. */
export interface EdgeSample {
  readonly nowMs: number;
  readonly currentTimeS: number;
  readonly ranges: readonly BufferedRange[];
  /** The least media that was left to play since the previous tick. */
  readonly lowestAheadMs: number;
  /** When this connection's first frame was shown; before that nothing may be sought. */
  readonly firstFrameAtMs: number | null;
  /** How far apart media arrives, where that is a second or more: steps of a cache look like that, too. */
  readonly slowIntervalMs?: number;
}

/** What to do now: set the rate of `state`, and seek when `seekToS` says where. */
export interface EdgeStep {
  readonly state: EdgeState;
  readonly seekToS: number | null;
  readonly behindMs: number;
}

/** A stream at its start. */
export const AT_EDGE: EdgeState = {
  endS: null,
  stepsMs: [],
  lowsMs: [],
  rate: RATE_NORMAL,
  isLate: false,
  jumpedAtMs: -Infinity,
};

/** One tick of the controller. */
export function stepEdge(before: EdgeState, sample: EdgeSample): EdgeStep {
  const { firstFrameAtMs, nowMs } = sample;
  const state = withGrowth(before, sample);
  const stepMs = Math.max(stepOf(state), sample.slowIntervalMs ?? 0);
  const gapExitS = findGapExit(sample, targetFloorMs(stepMs));
  if (gapExitS !== null) return seekTo(state, gapExitS, state.jumpedAtMs);
  if (firstFrameAtMs === null) return { state, seekToS: null, behindMs: 0 };

  const window = Math.max(WINDOW_SAMPLES, Math.ceil(stepMs / TICK_MS) + 2);
  const lowsMs = [...state.lowsMs, sample.lowestAheadMs].slice(-window);
  const floorMs = Math.min(...lowsMs);
  // Right after a step there is that much to play: only a whole window tells what of it is delay.
  if (stepMs >= SLOW_STEP_MS && lowsMs.length < window) {
    return { state: { ...state, lowsMs, rate: RATE_NORMAL }, seekToS: null, behindMs: 0 };
  }
  const isStartUp = nowMs - firstFrameAtMs < START_UP_MS;
  const mayJump = nowMs - state.jumpedAtMs >= JUMP_PAUSE_MS;
  const latestMs = stepMs >= SLOW_STEP_MS ? LATE_ABOVE_MS : JUMP_ABOVE_MS;
  if (mayJump && floorMs > (isStartUp ? JUMP_ABOVE_AT_START_MS : latestMs)) {
    return jumpToEdge(state, sample);
  }
  const isCalm =
    lowsMs.length === window &&
    floorMs <= LATE_UNTIL_MS &&
    Math.max(...lowsMs) <= LATE_UNTIL_MS + stepMs;
  const isLate = !isStartUp && (state.isLate ? !isCalm : floorMs > LATE_ABOVE_MS);
  const rate = nextRate(state.rate, floorMs - (targetFloorMs(stepMs) - TARGET_FLOOR_MS));
  return { state: { ...state, lowsMs, rate, isLate }, seekToS: null, behindMs: floorMs };
}

/** Seeks to the newest media at once: used when the page was hidden and nobody saw what is skipped. */
export function jumpToEdge(state: EdgeState, sample: EdgeSample): EdgeStep {
  const newest = sample.ranges.at(-1);
  if (!newest) return { state, seekToS: null, behindMs: 0 };
  const floorMs = targetFloorMs(stepOf(state));
  const seekToS = Math.max(newest.startS, newest.endS - floorMs / 1000);
  return seekTo(state, seekToS, sample.nowMs);
}

/**
 * What was learnt at the old position does not count at the new one; the pace of the media does, and a late picture has yet to show
 * that it keeps up now: a computer that is too slow would otherwise be late and live by turns.
 */
function seekTo(before: EdgeState, seekToS: number, jumpedAtMs: number): EdgeStep {
  const { endS, stepsMs, isLate } = before;
  return { state: { ...AT_EDGE, endS, stepsMs, isLate, jumpedAtMs }, seekToS, behindMs: 0 };
}

function withGrowth(state: EdgeState, { ranges }: EdgeSample): EdgeState {
  const endS = ranges.at(-1)?.endS ?? null;
  if (endS === state.endS) return state;
  if (endS === null || state.endS === null) return { ...state, endS };
  const stepMs = (endS - state.endS) * 1000;
  return { ...state, endS, stepsMs: [...state.stepsMs, stepMs].slice(-LEARNT_STEPS) };
}

/** The smallest of the last steps: what was held up comes in larger ones. 0 until there are enough of them. */
function stepOf({ stepsMs }: EdgeState): number {
  if (stepsMs.length < LEARNT_STEPS) return 0;
  return Math.min(LONGEST_STEP_MS, ...stepsMs);
}

function targetFloorMs(stepMs: number): number {
  return Math.min(LARGEST_FLOOR_MS, Math.max(TARGET_FLOOR_MS, stepMs * FLOOR_OF_STEP));
}

/** Two thresholds for each direction, so that the rate does not flutter around one. */
function nextRate(rate: number, floorMs: number): number {
  const isCatchingUp = rate > RATE_NORMAL;
  if (floorMs > (isCatchingUp ? TARGET_FLOOR_MS : SPEED_UP_ABOVE_MS)) {
    return CATCH_UP_RATES.find(([aboveMs]) => floorMs > aboveMs)?.[1] ?? RATE_NORMAL;
  }
  const isSlowed = rate < RATE_NORMAL;
  return floorMs < (isSlowed ? SLOW_DOWN_UNTIL_MS : SLOW_DOWN_BELOW_MS) ? RATE_SLOWER : RATE_NORMAL;
}

/** Where to go when there is no media at, or right ahead of, the playing position; null when there is. */
function findGapExit({ currentTimeS, ranges }: EdgeSample, floorMs: number): number | null {
  const here = ranges.find(
    (r) => r.startS <= currentTimeS && currentTimeS < r.endS - GAP_REACHED_S,
  );
  if (here) return null;
  const next = ranges.find((range) => range.startS > currentTimeS);
  if (next) return next.startS + GAP_LANDING_S;
  const newest = ranges.at(-1);
  if (!newest || currentTimeS < newest.endS + PAST_END_S) return null;
  return Math.max(newest.startS, newest.endS - floorMs / 1000);
}

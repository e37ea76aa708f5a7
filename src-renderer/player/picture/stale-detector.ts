/** With the 250 ms tick this is noticed within 2 s, the promise a tile makes. */
const STALE_AFTER_MS = 1400;
/** A slow stream is stale after so many of its own frame intervals. */
const STALE_AFTER_INTERVALS = 2.5;
/** One frame alone says nothing of the pace; a stream of one frame a second must not begin as a stale one. */
const STALE_AFTER_FIRST_MS = 2500;
/** Beyond this a learnt interval is not believed: nobody watches a picture that is older without being told. */
const LONGEST_WAIT_MS = 6000;
const LEARNT_GAPS = 7;

/** When frames were shown, and how far apart they usually are; replaced, never changed. */
export interface FrameRhythm {
  readonly lastFrameAtMs: number | null;
  readonly lastMediaTimeS: number;
  /** The newest gaps between shown frames. Their median is the stream's interval, so one freeze does not spoil it. */
  readonly gapsMs: readonly number[];
}

/** A stream that has shown nothing yet. */
export const NO_FRAMES: FrameRhythm = { lastFrameAtMs: null, lastMediaTimeS: 0, gapsMs: [] };

/**
 * A new frame was shown. What the stream says of its own pace counts as well: the first frames of a connection may be shown in
 * quick succession.
 */
export function withFrame(rhythm: FrameRhythm, nowMs: number, mediaTimeS = 0): FrameRhythm {
  const shown = { lastFrameAtMs: nowMs, lastMediaTimeS: mediaTimeS };
  if (rhythm.lastFrameAtMs === null) return { ...shown, gapsMs: [] };
  const mediaGapMs = (mediaTimeS - rhythm.lastMediaTimeS) * 1000;
  const gapMs = Math.max(0, mediaGapMs, nowMs - rhythm.lastFrameAtMs);
  return { ...shown, gapsMs: [...rhythm.gapsMs, gapMs].slice(-LEARNT_GAPS) };
}

/** How long this stream may show nothing new before its picture must be called stale. */
export function staleAfterMs(rhythm: FrameRhythm): number {
  const learntMs = medianOf(rhythm.gapsMs) * STALE_AFTER_INTERVALS;
  return Math.min(LONGEST_WAIT_MS, Math.max(STALE_AFTER_MS, learntMs));
}

/**
 * Whether the picture on screen is too old to be called live.
 * @param graceUntilMs no verdict before this instant (the page was hidden a moment ago)
 */
export function isStale(rhythm: FrameRhythm, nowMs: number, graceUntilMs: number): boolean {
  if (rhythm.lastFrameAtMs === null || nowMs < graceUntilMs) return false;
  const afterMs = rhythm.gapsMs.length === 0 ? STALE_AFTER_FIRST_MS : staleAfterMs(rhythm);
  return nowMs - rhythm.lastFrameAtMs > afterMs;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

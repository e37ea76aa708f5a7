import type { FrameCount } from './page/frame-counts.ts';

const MS_PER_SECOND = 1_000;
const COUNTERS = ['presentedFrames', 'deliveredFrames'] as const;

/**
 * Frames a second that all videos together showed between two counts. A frame is shown when the decoder delivered it in time
 * and the compositor took it, so the lower of both counts is believed.
 */
export function shownPerSecond(
  before: readonly FrameCount[],
  after: readonly FrameCount[],
  elapsedMs: number,
): number {
  const starts = new Map(before.map((count) => [count.id, count]));
  const rates = after.map((end) => {
    const start = starts.get(end.id);
    return Math.min(...COUNTERS.map((counter) => rateOf(counter, start, end, elapsedMs)));
  });
  return rates.reduce((sum, rate) => sum + rate, 0) * MS_PER_SECOND;
}

/** Frames per millisecond. */
function rateOf(
  counter: (typeof COUNTERS)[number],
  start: FrameCount | undefined,
  end: FrameCount,
  elapsedMs: number,
): number {
  // A video that is new, or whose count began anew with another source, has shown all it counts since.
  if (!start || end[counter] < start[counter]) return end[counter] / elapsedMs;
  return (end[counter] - start[counter]) / (end.atMs - start.atMs);
}

/** Wrong PINs before the first block: a slip of the finger should cost nothing. */
export const FREE_TRIES = 5;
/** The first block, which doubles with every further wrong PIN. */
export const FIRST_BLOCK_MS = 30_000;
/** The longest block. Long enough to make guessing hopeless, short enough for the person who remembers at last. */
export const MAX_BLOCK_MS = 15 * 60_000;

/** How long no PIN may be tried after so many wrong ones; the fifth starts the first block. */
export function blockAfterMs(failedTries: number): number {
  if (failedTries < FREE_TRIES) return 0;
  return Math.min(FIRST_BLOCK_MS * 2 ** (failedTries - FREE_TRIES), MAX_BLOCK_MS);
}

/** Wrong PINs that are possible before the next block; after the first block each one starts another. */
export function triesLeft(failedTries: number): number {
  return Math.max(1, FREE_TRIES - failedTries);
}

/** What is left of a block after some time of running; never more than the longest one, whatever a file says. */
export function blockLeftMs(startedWithMs: number, runMs: number): number {
  return Math.min(Math.max(0, Math.ceil(startedWithMs - Math.max(0, runMs))), MAX_BLOCK_MS);
}

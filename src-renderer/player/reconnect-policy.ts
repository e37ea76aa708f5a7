const RETRY_DELAYS_MS = [500, 1000, 2000, 4000, 8000, 15_000, 30_000] as const;
const LONGEST_DELAY_MS = 30_000;
/** Tiles that lost one recorder together must not come back to it in the same instant. */
const JITTER_SHARE = 0.25;

/** After so long without a fault a stream counts as healthy and the next fault starts at the shortest delay again. */
export const STABLE_AFTER_MS = 10_000;

/**
 * How long to wait before retry number `retry` (from 0), jittered downwards so that the cap holds.
 * @param random in [0, 1)
 */
export function retryDelayMs(retry: number, random: number): number {
  const delayMs = RETRY_DELAYS_MS[retry] ?? LONGEST_DELAY_MS;
  return Math.round(delayMs * (1 - JITTER_SHARE * random));
}

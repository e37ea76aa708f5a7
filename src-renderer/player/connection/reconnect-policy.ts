import type { OfflineReason } from '../player-types.ts';

/** A recorder that is merely gone is asked often enough for its picture to be back within 5 s of its return. */
const RETRY_DELAYS_MS: readonly number[] = [500, 1000, 2000];
const LONGEST_DELAY_MS = 3000;
/** A recorder that answered and said no is asked ever more rarely: each try costs it a login. */
const SPARING_DELAYS_MS: readonly number[] = [500, 1000, 2000, 4000, 8000, 15_000];
const LONGEST_SPARING_DELAY_MS = 30_000;
const SPARED: ReadonlySet<OfflineReason> = new Set([
  'channel-missing',
  'session-limit',
  'rejected',
  'decode-error',
  'too-many-players',
  'unknown',
]);
/** Tiles that lost one recorder together must not come back to it in the same instant. */
const JITTER_SHARE = 0.25;

/** After so long without a fault a stream counts as healthy and the next fault starts at the shortest delay again. */
export const STABLE_AFTER_MS = 10_000;

/**
 * How long to wait before retry number `retry` (from 0), jittered downwards so that the cap holds.
 * @param random in [0, 1)
 */
export function retryDelayMs(retry: number, random: number, reason: OfflineReason): number {
  const delayMs = SPARED.has(reason)
    ? (SPARING_DELAYS_MS[retry] ?? LONGEST_SPARING_DELAY_MS)
    : (RETRY_DELAYS_MS[retry] ?? LONGEST_DELAY_MS);
  return Math.round(delayMs * (1 - JITTER_SHARE * random));
}

import type { OfflineReason, PlayerFailure } from '../player-types.ts';

/** Delays before the first retries, and before all others. */
interface Pace {
  readonly firstMs: readonly number[];
  readonly longestMs: number;
}

/** A recorder that is merely gone is asked often enough for its picture to be back within 5 s of its return. */
const GONE: Pace = { firstMs: [500, 1000, 2000], longestMs: 3000 };
/** So does a camera come back that its recorder has lost: within 15 s, connecting included. */
const ABSENT: Pace = { firstMs: [500, 1000, 2000, 4000], longestMs: 8000 };
/** A recorder that said no, and means it, or whose own lists have no such channel, is asked ever more rarely. */
const SPARED: Pace = { firstMs: [500, 1000, 2000, 4000, 8000, 15_000], longestMs: 30_000 };
/** While a login is refused, whoever dials withholds it; where nobody does, a try costs a failed login. */
const REFUSED: Pace = { firstMs: [15_000], longestMs: 60_000 };
/** A person has to set another codec first. */
const UNSUPPORTED: Pace = { firstMs: [], longestMs: 60_000 };

const PACES: Partial<Record<OfflineReason, Pace>> = {
  'channel-missing': ABSENT,
  'camera-offline': ABSENT,
  'channel-gone': SPARED,
  rejected: ABSENT,
  'no-video': ABSENT,
  'bad-answer': ABSENT,
  unknown: ABSENT,
  'session-limit': SPARED,
  'session-ended': SPARED,
  'udp-only': SPARED,
  'basic-only': SPARED,
  'login-missing': SPARED,
  'not-allowed': SPARED,
  elsewhere: SPARED,
  encrypted: SPARED,
  'no-format': SPARED,
  'too-many-players': SPARED,
};
/** Tiles that lost one recorder together must not come back to it in the same instant. */
const JITTER_SHARE = 0.25;

/** After so long without a fault a stream counts as healthy and the next fault starts at the shortest delay again. */
export const STABLE_AFTER_MS = 10_000;

/**
 * How long to wait before retry number `retry` (from 0), jittered downwards so that the cap holds.
 * @param random in [0, 1)
 */
export function retryDelayMs(retry: number, random: number, failure: RetriedFailure): number {
  const { firstMs, longestMs } = paceOf(failure);
  return Math.round((firstMs[retry] ?? longestMs) * (1 - JITTER_SHARE * random));
}

/** What decides about the pace of a failure. */
export type RetriedFailure = Pick<PlayerFailure, 'kind'> & { readonly reason?: OfflineReason };

function paceOf({ kind, reason }: RetriedFailure): Pace {
  if (kind === 'refused') return REFUSED;
  if (kind === 'unsupported') return UNSUPPORTED;
  return (reason && PACES[reason]) ?? GONE;
}

/** What a device means by the times of its recordings, which it writes with a Z: its wall clock, or UTC. */
export type TimeReading = 'local' | 'utc';

/** A device's two ways of telling the present, both as digits. */
export interface PresentDigits {
  readonly localMs: number;
  readonly utcMs: number;
}

/** What a search for the newest recordings is about: digits as if they were UTC, in ms. */
export interface SearchSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

const MS_PER_MINUTE = 60_000;
/** What records now has a piece that ends about now; pieces are told before they are finished, and some a little ahead. */
const NEAR_MS = 5 * MS_PER_MINUTE;

/** What to search: pieces near the earlier of both presents, and whatever is later than that. */
export function searchSpan({ localMs, utcMs }: PresentDigits): SearchSpan {
  const fromMs = Math.min(localMs, utcMs) - NEAR_MS;
  return { fromMs, toMs: Math.max(localMs, utcMs) + 2 * NEAR_MS };
}

/**
 * Which reading fits what was found: a recorder has no recordings of the future, so whatever is later than the earlier present proves the later one; without it,
 * a newest piece that ends just now speaks for the earlier one. Null: unknown. Nothing is being recorded, or both are the same.
 * @param endsMs when the pieces that were found end
 */
export function readingOf(endsMs: readonly number[], now: PresentDigits): TimeReading | null {
  const { localMs, utcMs } = now;
  if (Math.abs(localMs - utcMs) <= 2 * NEAR_MS) return null;
  const newestMs = Math.max(...endsMs);
  const [earlier, later]: TimeReading[] = localMs < utcMs ? ['local', 'utc'] : ['utc', 'local'];
  const earlierMs = Math.min(localMs, utcMs);
  const laterMs = Math.max(localMs, utcMs);
  if (newestMs > laterMs + 2 * NEAR_MS) return null;
  if (newestMs > earlierMs + NEAR_MS) return later ?? null;
  return Math.abs(newestMs - earlierMs) <= NEAR_MS ? (earlier ?? null) : null;
}

import type { Schedule } from '@contract/models/events/event-rules.ts';

/** What a clock on the wall shows. */
export interface WallTime {
  /** 1 (Monday) to 7 (Sunday). */
  weekday: number;
  /** Since midnight. */
  minute: number;
}

/**
 * Whether a schedule covers this moment. It goes by what the clock on the wall shows, as people mean it: an hour that a change to summer time leaves out
 * never comes, and one that comes twice is covered twice.
 */
export function isWithin({ weekdays, from, to }: Schedule, { weekday, minute }: WallTime): boolean {
  if (from < to) return weekdays.includes(weekday) && minute >= from && minute < to;
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  return (
    (weekdays.includes(weekday) && minute >= from) || (weekdays.includes(yesterday) && minute < to)
  );
}

/** What the station's clock shows at this instant (Unix time in ms). */
export function wallTimeOf(atMs: number): WallTime {
  const date = new Date(atMs);
  return { weekday: date.getDay() || 7, minute: date.getHours() * 60 + date.getMinutes() };
}

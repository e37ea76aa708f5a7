import { text } from './catalogue.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_OF_A_WEEK = 7;

// One clock on the whole wall, whatever the system's language: 24 hours, English names of days and months.
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/**
 * Since when something is broken, as a log book has it: "since 14:01", another day "since Fri 14:01", another week
 * "since 12 Nov 14:01".
 * @param sinceMs Unix time
 * @param nowMs Unix time
 */
export function sinceText(sinceMs: number, nowMs: number): string {
  const time = TIME.format(sinceMs);
  if (new Date(sinceMs).toDateString() === new Date(nowMs).toDateString())
    return text.common.since(time);
  const isThisWeek = Math.abs(nowMs - sinceMs) < (DAYS_OF_A_WEEK - 1) * DAY_MS;
  return text.common.since(`${(isThisWeek ? WEEKDAY : DATE).format(sinceMs)} ${time}`);
}

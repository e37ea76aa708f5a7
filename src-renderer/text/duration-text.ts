import { text } from './catalogue.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long something went on: "12 s", "4 min", "2 h 5 min", "3 days". */
export function durationText(ms: number): string {
  const { seconds, minutes, hours, days } = text.events;
  if (ms < MINUTE_MS) return seconds(Math.max(0, Math.floor(ms / SECOND_MS)));
  if (ms < HOUR_MS) return minutes(Math.floor(ms / MINUTE_MS));
  if (ms < DAY_MS) return hours(Math.floor(ms / HOUR_MS), Math.floor((ms % HOUR_MS) / MINUTE_MS));
  return days(Math.floor(ms / DAY_MS));
}

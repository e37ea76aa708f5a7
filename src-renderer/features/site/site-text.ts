import { text } from '../../text/catalogue.ts';
import { weekdayText } from '../../text/day-text.ts';
import { clockTime } from '../../text/clock-time.ts';

/** When something was, as people say it in a sentence: "today 14:05", "yesterday 03:00", "Fri 20 Nov 03:00". */
export function whenText(atMs: number, nowMs: number): string {
  const [at, now] = [new Date(atMs), new Date(nowMs)];
  const clock = clockTime(atMs);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (isSameDay(at, now)) return text.site.today(clock);
  if (isSameDay(at, yesterday)) return text.site.yesterday(clock);
  const isThisYear = at.getFullYear() === now.getFullYear();
  return `${weekdayText(atMs, !isThisYear)} ${clock}`;
}

/** The same where a line begins. */
export function capitalized(when: string): string {
  return when.charAt(0).toUpperCase() + when.slice(1);
}

function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

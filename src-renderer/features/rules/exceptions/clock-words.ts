import { text } from '../../../text/catalogue.ts';

const CLOCK = /^\s*(\d{1,2})\s*[:.h]?\s*(\d{2})\s*$/;
const HOUR = /^\s*(\d{1,2})\s*$/;
const MINUTES_A_DAY = 24 * 60;
const ALL_DAYS = 7;

/** Minutes since midnight of "22:00", "2200" or "22"; 24:00 is 1440. Null: no time. */
export function minuteOf(typed: string): number | null {
  const [, hours = '', minutes = '0'] = HOUR.exec(typed) ?? CLOCK.exec(typed) ?? [];
  if (hours === '' || Number(minutes) > 59) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= MINUTES_A_DAY ? minute : null;
}

/** "22:00" */
export function clockOf(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** "Mon–Fri", "Sat, Sun", "every day": 1 is Monday. Three or more days in a row are a range. */
export function daysText(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((one, other) => one - other);
  if (days.length === ALL_DAYS) return text.rules.everyDay;
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined): string => text.rules.days[(day ?? 1) - 1] ?? '';
  return runs
    .flatMap((run) =>
      run.length > 2 ? [`${name(run[0])}–${name(run.at(-1))}`] : run.map((day) => name(day)),
    )
    .join(', ');
}

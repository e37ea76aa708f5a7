/** When summer time begins or ends: the `week`-th (5: the last) `day` (0: Sunday) of a month, so many minutes after midnight. */
interface ZoneRule {
  readonly month: number;
  readonly week: number;
  readonly day: number;
  readonly atMinutes: number;
}

/** A time zone as devices name it. */
interface PosixZone {
  readonly standardMinutes: number;
  readonly summer: {
    readonly minutes: number;
    readonly from: ZoneRule;
    readonly to: ZoneRule;
  } | null;
}

const NAME = '(?:[A-Za-z]{3,}|<[^>]{1,20}>)';
const HOURS = String.raw`([+-]?\d{1,2})(?::(\d{2}))?(?::\d{2})?`;
const ZONE = new RegExp(`^${NAME}${HOURS}(?:${NAME}(?:${HOURS})?,(.{1,30}),(.{1,30}))?$`);
const RULE = /^M(\d{1,2})\.(\d)\.(\d)(?:\/(\d{1,3})(?::(\d{2}))?(?::\d{2})?)?$/;
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;
const DAYS_A_WEEK = 7;
const LAST_WEEK = 5;
const USUAL_MINUTES = 120;

/**
 * How far a device's wall clock is ahead of UTC, in minutes, by its own time zone. `timeZone` of ISAPI is POSIX with its inverted sign, and the summer
 * part tells how much is added instead of a zone of its own: `CST-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00` is UTC+1 with an hour of summer time.
 * @param zone null: not told
 * @param digitsMs its clock's digits as if they were UTC
 * @returns null: it cannot be read
 */
export function zoneMinutes(zone: string | null, digitsMs: number): number | null {
  const read = zone === null ? null : readZone(zone.trim());
  if (read === null) return null;
  const { standardMinutes, summer } = read;
  if (summer === null) return standardMinutes;
  const year = new Date(digitsMs).getUTCFullYear();
  const from = begin(summer.from, year);
  const to = begin(summer.to, year);
  // South of the equator it goes on over the turn of the year.
  const isSummer =
    from < to ? digitsMs >= from && digitsMs < to : digitsMs >= from || digitsMs < to;
  return standardMinutes + (isSummer ? summer.minutes : 0);
}

function readZone(text: string): PosixZone | null {
  const found = ZONE.exec(text);
  if (found === null) return null;
  const [, hours = '0', minutes, addedHours, addedMinutes, from, to] = found;
  // Not the negative zero.
  const standardMinutes = 0 - minutesOf(hours, minutes);
  if (from === undefined || to === undefined) return { standardMinutes, summer: null };
  const rules = { from: readRule(from), to: readRule(to) };
  if (rules.from === null || rules.to === null) return null;
  const added = addedHours === undefined ? 60 : Math.abs(minutesOf(addedHours, addedMinutes));
  return { standardMinutes, summer: { minutes: added, from: rules.from, to: rules.to } };
}

function minutesOf(hours: string, minutes = '0'): number {
  const sum = Math.abs(Number(hours)) * 60 + Number(minutes);
  return hours.startsWith('-') ? -sum : sum;
}

function readRule(text: string): ZoneRule | null {
  const found = RULE.exec(text);
  if (found === null) return null;
  const [month = 1, week = 1, day = 0] = found.slice(1, 4).map(Number);
  const [hours, minutes = '0'] = found.slice(4);
  const atMinutes = hours === undefined ? USUAL_MINUTES : Number(hours) * 60 + Number(minutes);
  return { month, week, day, atMinutes };
}

/** In a year, as digits. */
function begin({ month, week, day, atMinutes }: ZoneRule, year: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  let date = 1 + ((day - first + DAYS_A_WEEK) % DAYS_A_WEEK) + (week - 1) * DAYS_A_WEEK;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  while (week === LAST_WEEK && date > last) date -= DAYS_A_WEEK;
  return Date.UTC(year, month - 1, 1) + (date - 1) * MS_PER_DAY + atMinutes * MS_PER_MINUTE;
}

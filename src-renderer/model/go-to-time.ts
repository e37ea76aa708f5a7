const UNITS_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
const AGO = /^-\s*(\d{1,6})\s*([smh])$/i;
const CLOCK =
  /^(?:(yesterday|today|(\d{4})-(\d{1,2})-(\d{1,2}))[ ,T]+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/i;

/**
 * The moment that somebody typed, Unix time in ms: "14:03", "14:03:20", "-90s", "-10m", "yesterday 22:15", "2026-11-28 14:03". A time without a day is the last
 * one that has been. Null: it is none. By this computer's zone; what the spring's change of clocks left out is an hour later.
 */
export function goToTime(typed: string, nowMs: number): number | null {
  const text = typed.trim();
  const [, count, unit] = AGO.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) {
    return nowMs - Number(count) * (UNITS_MS[unit.toLowerCase()] ?? 0);
  }
  const found = CLOCK.exec(text);
  if (found === null) return null;
  const [hour = 0, minute = 0, second = 0] = found
    .slice(5)
    .map((part: string | undefined) => Number(part ?? 0));
  if (hour > 23 || minute > 59 || second > 59) return null;
  const day = dayOf(found, nowMs);
  if (day === null) return null;
  day.setHours(hour, minute, second, 0);
  if (found[1] === undefined && day.getTime() > nowMs) day.setDate(day.getDate() - 1);
  return day.getTime();
}

function dayOf([, word, year, month, date]: RegExpExecArray, nowMs: number): Date | null {
  const day = new Date(nowMs);
  if (year === undefined) {
    if (word?.toLowerCase() === 'yesterday') day.setDate(day.getDate() - 1);
    return day;
  }
  day.setFullYear(Number(year), Number(month) - 1, Number(date));
  return day.getMonth() === Number(month) - 1 && day.getDate() === Number(date) ? day : null;
}

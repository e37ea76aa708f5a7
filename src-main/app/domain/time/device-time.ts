/** A device's time, read in both ways that are known. */
export interface DeviceTime {
  /** The digits as if they were UTC: suffixes lie, mostly by the hour of summer time. Unix time in ms, like the next. */
  readonly digitsMs: number;
  /** By its suffix; null without one. */
  readonly instantMs: number | null;
}

const TIME =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?$/i;
const MS_PER_MINUTE = 60_000;

/** Reads a time as devices write it ("2026-11-28T14:03:27+01:00", with or without what comes after the seconds); null: it is none. */
export function readDeviceTime(text: string): DeviceTime | null {
  const found = TIME.exec(text.trim());
  if (found === null) return null;
  const [year = 0, month = 0, ...rest] = found.slice(1, 7).map(Number);
  const [day = 0, hour = 0, minute = 0, second = 0] = rest;
  const digitsMs = Date.UTC(year, month - 1, day, hour, minute, second);
  const [zulu, sign, hours, minutes] = found.slice(7);
  if (zulu !== undefined) return { digitsMs, instantMs: digitsMs };
  if (sign === undefined) return { digitsMs, instantMs: null };
  const offsetMs = (Number(hours) * 60 + Number(minutes)) * MS_PER_MINUTE;
  return { digitsMs, instantMs: digitsMs - (sign === '-' ? -offsetMs : offsetMs) };
}

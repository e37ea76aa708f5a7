/** A device's time, read in both ways that are known. */
interface ToldTime {
  /** The digits as if they were UTC: suffixes lie, mostly by the hour of summer time. */
  readonly digitsMs: number;
  /** Null without a suffix. */
  readonly instantMs: number | null;
}

const TIME =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?$/i;
const MS_PER_MINUTE = 60_000;

/** What is known of a device's clock, to tell what happened just now from what it tells late. It may be years off: only its own times are compared. */
export class DeviceClock {
  #known: { told: ToldTime; atMs: number } | null = null;

  get isKnown(): boolean {
    return this.#known !== null;
  }

  /** Its time at this moment, as it was written; what cannot be read changes nothing. */
  note(time: string | null): void {
    const told = time === null ? null : readTime(time);
    if (told !== null) this.#known = { told, atMs: performance.now() };
  }

  /** True for what happened so long ago, whichever way its time is read; false where that is not known. */
  isOlderThan(ageMs: number, time: string | null): boolean {
    const told = time === null ? null : readTime(time);
    if (told === null || this.#known === null) return false;
    const { told: known, atMs } = this.#known;
    const sinceMs = performance.now() - atMs;
    const ages = [known.digitsMs + sinceMs - told.digitsMs];
    if (known.instantMs !== null && told.instantMs !== null) {
      ages.push(known.instantMs + sinceMs - told.instantMs);
    }
    return ages.every((each) => each > ageMs);
  }
}

function readTime(text: string): ToldTime | null {
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

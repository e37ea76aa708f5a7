import { zoneMinutes } from './posix-zone.ts';

/** What a recorder means by the times of its recordings, as far as it is known. */
export interface RecordingClock {
  /** Its wall clock, or UTC; both are written with a Z. */
  readonly reading: 'local' | 'utc';
  /** Its own time zone (POSIX); null: not told. */
  readonly timeZone: string | null;
  /** How far its wall clock is ahead of UTC now, in minutes: counts where no zone is told. */
  readonly offsetMinutes: number;
  /** How far its clock is ahead of this computer's, in ms. */
  readonly driftMs: number;
}

const MS_PER_MINUTE = 60_000;
/** RFC 2326, 3.7: clock=19961108T142300Z, with a fraction or without; an ISO 8601 one is seen, too. */
const CLOCK_TIME = /(\d{4})-?(\d{2})-?(\d{2})T(\d{2}):?(\d{2}):?(\d{2})(?:\.(\d{1,6}))?/i;

/** A moment by this computer's clock (Unix time in ms) as the digits that the recorder has for it, as if they were UTC. */
export function digitsOf(atMs: number, clock: RecordingClock): number {
  const deviceMs = atMs + clock.driftMs;
  if (clock.reading === 'utc') return deviceMs;
  const guessMs = deviceMs + clock.offsetMinutes * MS_PER_MINUTE;
  const minutes = zoneMinutes(clock.timeZone, guessMs) ?? clock.offsetMinutes;
  const digitsMs = deviceMs + minutes * MS_PER_MINUTE;
  // About a change of summer time the first guess may stand on its wrong side.
  return deviceMs + (zoneMinutes(clock.timeZone, digitsMs) ?? minutes) * MS_PER_MINUTE;
}

/** The other way round. In the hour that autumn has twice, its second time. */
export function momentOf(digitsMs: number, clock: RecordingClock): number {
  if (clock.reading === 'utc') return digitsMs - clock.driftMs;
  const minutes = zoneMinutes(clock.timeZone, digitsMs) ?? clock.offsetMinutes;
  return digitsMs - minutes * MS_PER_MINUTE - clock.driftMs;
}

/** Digits as RTSP has them: 20261128T140327Z. Whole seconds, since many devices read no more. */
export function clockTime(digitsMs: number): string {
  return `${new Date(digitsMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** The first time in a Range or an address; null: there is none. */
export function readClockTime(text: string): number | null {
  const found = CLOCK_TIME.exec(text);
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map(Number);
  const fractionMs = Math.floor(Number(`0.${found[7] ?? '0'}`) * 1000);
  return Date.UTC(year, month - 1, day, hour, minute, second, fractionMs);
}

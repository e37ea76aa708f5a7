import { readDeviceTime } from './device-time.ts';
import { zoneMinutes } from './posix-zone.ts';

/** A device's clock as it was told. */
export interface ToldClock {
  /** "2026-11-28T14:03:27", with or without an offset, which may lie. */
  readonly localTime: string;
  /** POSIX; null: not told. */
  readonly timeZone: string | null;
  /** This computer's clock when the question went out, and when the answer was there: Unix time in ms. */
  readonly askedAtMs: number;
  readonly answeredAtMs: number;
  /** How far this computer's own wall clock is ahead of UTC, in minutes. */
  readonly ownMinutes: number;
}

/** How a device's clock stands. */
export interface ClockState {
  /** How far it is ahead of this computer's, in ms; negative: behind. */
  readonly driftMs: number;
  /** It may be so much more or less. */
  readonly uncertainMs: number;
  /** How far its wall clock is ahead of UTC, in minutes. */
  readonly offsetMinutes: number;
  /** Its wall clock's digits as if they were UTC, when it was asked: Unix time in ms. */
  readonly digitsMs: number;
}

/** Devices tell whole seconds: on the average half a one has passed. */
const HALF_SECOND_MS = 500;
const MS_PER_MINUTE = 60_000;

/**
 * How far a device's clock is off. Its digits are right where its suffix is the hour of summer time wrong, and some write Z behind local time: of what the
 * zone, the suffix and, where neither is told, this computer's own zone make of the digits, the least drift counts. A clock that is wrong by exactly
 * what two of them differ is far less likely than a suffix that lies. Null: its time cannot be read.
 */
export function clockState(told: ToldClock): ClockState | null {
  const { localTime, timeZone, askedAtMs, answeredAtMs, ownMinutes } = told;
  const time = readDeviceTime(localTime);
  if (time === null) return null;
  const { digitsMs, instantMs } = time;
  const roundTripMs = Math.max(0, answeredAtMs - askedAtMs);
  const nowMs = askedAtMs + roundTripMs / 2;
  const zone = zoneMinutes(timeZone, digitsMs);
  const suffix = instantMs === null ? null : (digitsMs - instantMs) / MS_PER_MINUTE;
  // UTC may be written by whoever means local time; another zone than the device's own is no reading of it.
  const isOwnLikely = (zone ?? suffix ?? 0) === 0;
  const offsets = [zone, suffix, ...(isOwnLikely ? [ownMinutes] : [])].filter(
    (each) => each !== null,
  );
  const readings = offsets.map((offsetMinutes) => ({
    offsetMinutes,
    driftMs: digitsMs + HALF_SECOND_MS - offsetMinutes * MS_PER_MINUTE - nowMs,
  }));
  const [best] = readings.sort((one, other) => Math.abs(one.driftMs) - Math.abs(other.driftMs));
  if (best === undefined) return null;
  const uncertainMs = HALF_SECOND_MS + roundTripMs / 2;
  return {
    offsetMinutes: best.offsetMinutes,
    ...{ driftMs: Math.round(best.driftMs), uncertainMs: Math.round(uncertainMs), digitsMs },
  };
}

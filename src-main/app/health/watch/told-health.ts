import type { HealthFault, HealthQuestion } from '@contract/models/health.ts';
import type { ClockState } from '../../domain/time/clock-drift.ts';
import type { TimeReading } from '../../domain/time/time-reading.ts';
import type { ListedDisk } from '../../isapi/endpoints/parse-storage.ts';
import type { SystemStatus } from '../../isapi/endpoints/parse-system-status.ts';

/** A clock when it was told. */
export interface ToldClockState extends ClockState {
  /** performance.now() */
  readonly atMs: number;
  readonly isByNtp: boolean | null;
  /** POSIX; null: not told. */
  readonly timeZone: string | null;
}

/** Who a device is, as its readings of time are stored. */
export interface DeviceIdentity {
  readonly serial: string;
  readonly firmware: string;
}

/** What was found out of the times of its recordings. */
export interface KnownReading {
  readonly reading: TimeReading;
  readonly offsetMinutes: number;
  /** Unix time in ms. */
  readonly testedAtMs: number;
}

/** Everything that a recorder told of itself in this run of the app; what it did not tell is null or missing. */
export interface ToldHealth {
  /** Unix time in ms. */
  toldAtMs: number | null;
  /** By channel: the newest answer. */
  online: Map<number, boolean>;
  disks: readonly ListedDisk[] | null;
  load: SystemStatus | null;
  clock: ToldClockState | null;
  device: DeviceIdentity | null;
  reading: KnownReading | null;
  lastError: { question: HealthQuestion; fault: HealthFault; atMs: number } | null;
}

/** Before anything was told. */
export function nothingTold(): ToldHealth {
  return {
    ...{ toldAtMs: null, online: new Map(), disks: null, load: null, clock: null },
    ...{ device: null, reading: null, lastError: null },
  };
}

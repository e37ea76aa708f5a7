import { SimulatedClock } from './simulated-clock.ts';

/** A bay as the recorder lists it, in its own words: "ok", "error", "smartFailed", "unformatted", "notexist" for one without a disk. */
export interface SimulatedDisk {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly capacityMb: number;
  readonly freeMb: number;
}

/** A disk that is full, as all are after some weeks: the oldest recordings are overwritten. */
export const GOOD_DISK: SimulatedDisk = {
  ...{ id: 1, name: 'hdd1', status: 'ok' },
  ...{ capacityMb: 3_815_447, freeMb: 0 },
};

/** A bay without a disk is listed all the same. */
export const GHOST_DISK: SimulatedDisk = {
  ...{ id: 2, name: 'hdd2', status: 'notexist', capacityMb: 0, freeMb: 0 },
};

/** How the recorder itself is, as far as it tells. */
export class SimulatedHealth {
  readonly clock = new SimulatedClock();
  /** Null: it does not support the question. */
  disks: readonly SimulatedDisk[] | null = [GOOD_DISK, GHOST_DISK];
  status: { cpuPercent: number; memoryUsedMb: number; memoryFreeMb: number } | null = {
    ...{ cpuPercent: 38, memoryUsedMb: 384, memoryFreeMb: 128 },
  };
}

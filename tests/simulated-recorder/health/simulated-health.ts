import { SimulatedClock } from './simulated-clock.ts';

/** A bay as the recorder lists it, in its own words: "ok", "error", "smartFailed", "unformatted", "notexist" for one without a disk. */
export interface SimulatedDisk {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly capacityMb: number;
  readonly freeMb: number;
}

const MOST_PIECES = 40;
const PIECE_MS = 10 * 60_000;

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
  /** False: no channel records. */
  isRecording = true;
  /** How many searches were answered, and their last answer's pieces. */
  searches = 0;

  /** What was recorded within a span of digits, the oldest first: pieces of ten minutes, the last one still growing. */
  find(
    fromMs: number,
    toMs: number,
  ): { pieces: [startMs: number, endMs: number][]; isMore: boolean } {
    this.searches += 1;
    const { clock } = this;
    const nowMs = clock.recordings === 'utc' ? clock.nowMs() : clock.digitsMs();
    if (!this.isRecording) return { pieces: [], isMore: false };
    const first = Math.ceil((nowMs - fromMs) / PIECE_MS);
    const all = Array.from({ length: Math.max(0, first) }, (_, index): [number, number] => {
      const endMs = nowMs - (first - 1 - index) * PIECE_MS;
      return [endMs - PIECE_MS, endMs];
    }).filter(([startMs, endMs]) => endMs > fromMs && startMs < toMs);
    return { pieces: all.slice(0, MOST_PIECES), isMore: all.length > MOST_PIECES };
  }
}

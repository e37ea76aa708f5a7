/** How often a recorder is asked what. */
export interface HealthTimes {
  /** Between any two questions. */
  readonly gapMs: number;
  /** Recorders that came back together are not asked together, but within this. */
  readonly spreadMs: number;
  readonly camerasMs: number;
  readonly disksMs: number;
  readonly loadMs: number;
  readonly timeMs: number;
  /** Who it is, and whether the times of its recordings are read rightly. */
  readonly dailyMs: number;
  /** What it refused to tell, or does not know. */
  readonly refusedMs: number;
  /** A reading of times that nothing told. */
  readonly untoldMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** One question a minute at most: a recorder has better things to do. */
export const HEALTH_TIMES: HealthTimes = {
  gapMs: MINUTE_MS,
  spreadMs: 5_000,
  camerasMs: MINUTE_MS,
  disksMs: 10 * MINUTE_MS,
  loadMs: 5 * MINUTE_MS,
  timeMs: 30 * MINUTE_MS,
  dailyMs: 24 * HOUR_MS,
  refusedMs: 6 * HOUR_MS,
  untoldMs: 2 * HOUR_MS,
};

import type { SimulatedClock } from '../health/simulated-clock.ts';

/** What was not recorded: Unix time in ms by the recorder's own clock. */
export interface RecordingGap {
  readonly channel: number;
  readonly fromMs: number;
  readonly toMs: number;
}

const MS_PER_MINUTE = 60_000;
const DAY_MS = 24 * 60 * MS_PER_MINUTE;
const CLOCK = /clock=(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/i;

/** What the recorder has on its disks, and how it plays that. */
export class SimulatedRecordings {
  /** From here on all channels are recorded, by the recorder's own clock. */
  sinceMs = Date.now() - DAY_MS;
  readonly gaps: RecordingGap[] = [];
  /** How many it plays at once; live streams do not count. */
  limit = 4;
  /** False: times are told in whole seconds, as some do. */
  isTellingFractions = true;
  /** PLAY requests that were let in, sessions that were opened and are open, and channels of those that play. */
  plays = 0;
  opened = 0;
  readonly playing = new Set<{ readonly channel: number }>();
  readonly #clock: SimulatedClock;

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  /** A Range header's beginning by the recorder's own clock; null: there is none. */
  momentIn(range: string | undefined): number | null {
    const found = CLOCK.exec(range ?? '');
    if (found === null) return null;
    const [year = 0, month = 0, ...rest] = found.slice(1).map(Number);
    const [day = 0, hour = 0, minute = 0, second = 0] = rest;
    return Date.UTC(year, month - 1, day, hour, minute, second) - this.#aheadOfUtcMs;
  }

  /** The other way round. */
  rangeFrom(momentMs: number): string {
    const text = new Date(momentMs + this.#aheadOfUtcMs).toISOString().replaceAll(/[-:]/g, '');
    return `clock=${this.isTellingFractions ? text : `${text.slice(0, 15)}Z`}-`;
  }

  /** Whether a channel was recorded then. */
  has(channel: number, momentMs: number): boolean {
    if (momentMs < this.sinceMs || momentMs > this.nowMs) return false;
    return !this.gaps.some(
      (gap) => gap.channel === channel && momentMs >= gap.fromMs && momentMs < gap.toMs,
    );
  }

  /** Unix time in ms by the recorder's own clock. */
  get nowMs(): number {
    return this.#clock.nowMs();
  }

  get #aheadOfUtcMs(): number {
    return this.#clock.recordings === 'utc' ? 0 : this.#clock.offsetMinutes * MS_PER_MINUTE;
  }
}

const MS_PER_MINUTE = 60_000;

/** What a recorder writes behind its wall clock: its offset, nothing, a Z that lies, or the offset of winter also in summer. */
export type ClockSuffix = 'offset' | 'none' | 'zulu' | 'standard';

/** The recorder's clock, and how it tells the time. */
export class SimulatedClock {
  /** How far it is ahead. */
  aheadMs = 0;
  /** How far its wall clock is ahead of UTC, and how much of that is summer time. */
  offsetMinutes = 0;
  summerMinutes = 0;
  /** When its wall clock was put on or back last, and how far ahead of UTC it was before; null: always as now. */
  change: { readonly atMs: number; readonly minutesBefore: number } | null = null;
  suffix: ClockSuffix = 'offset';
  /** As its time names it; null: it does not. */
  timeZone: string | null = 'CST+0:00:00';
  mode: 'NTP' | 'manual' = 'NTP';
  /** What the Z of recordings means: its wall clock, as most have it, or UTC. */
  recordings: 'local' | 'utc' = 'local';

  /** Unix time in ms. */
  nowMs(): number {
    return Date.now() + this.aheadMs;
  }

  /** The wall clock's digits as if they were UTC. */
  digitsMs(): number {
    return this.nowMs() + this.offsetMinutes * MS_PER_MINUTE;
  }

  /** How far its wall clock is ahead of UTC at a moment. */
  minutesAt(momentMs: number): number {
    const { change, offsetMinutes } = this;
    return change !== null && momentMs < change.atMs ? change.minutesBefore : offsetMinutes;
  }

  /** As `System/time` tells it. */
  get localTime(): string {
    const { offsetMinutes, summerMinutes, suffix } = this;
    const digits = new Date(this.digitsMs()).toISOString().slice(0, 19);
    if (suffix === 'none') return digits;
    if (suffix === 'zulu') return `${digits}Z`;
    const told = suffix === 'standard' ? offsetMinutes - summerMinutes : offsetMinutes;
    const [hours, minutes] = [Math.trunc(Math.abs(told) / 60), Math.abs(told) % 60].map((each) =>
      String(each).padStart(2, '0'),
    );
    return `${digits}${told < 0 ? '-' : '+'}${hours}:${minutes}`;
  }
}

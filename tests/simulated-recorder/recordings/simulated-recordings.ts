import { SimulatedFootage } from './simulated-footage.ts';

const CLOCK = /clock=(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/i;

/** What the recorder has on its disks, and how it plays that. */
export class SimulatedRecordings extends SimulatedFootage {
  /** How many it plays at once; live streams do not count. */
  limit = 4;
  /** False: times are told in whole seconds, as some do. */
  isTellingFractions = true;
  /** PLAY requests that were let in, sessions that were opened and are open, and channels of those that play. */
  plays = 0;
  opened = 0;
  readonly playing = new Set<{ readonly channel: number }>();

  /** A Range header's beginning by the recorder's own clock; null: there is none. */
  momentIn(range: string | undefined): number | null {
    const found = CLOCK.exec(range ?? '');
    if (found === null) return null;
    const [year = 0, month = 0, ...rest] = found.slice(1).map(Number);
    const [day = 0, hour = 0, minute = 0, second = 0] = rest;
    return this.momentOf(Date.UTC(year, month - 1, day, hour, minute, second));
  }

  /** The other way round. */
  rangeFrom(momentMs: number): string {
    const text = new Date(this.digitsOf(momentMs)).toISOString().replaceAll(/[-:]/g, '');
    return `clock=${this.isTellingFractions ? text : `${text.slice(0, 15)}Z`}-`;
  }
}

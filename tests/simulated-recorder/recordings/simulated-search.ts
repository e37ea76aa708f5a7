import type { FootageSpan } from './simulated-footage.ts';

const DAY_MS = 24 * 60 * 60_000;

/** One page of what was found. */
export interface SearchPage {
  readonly spans: readonly FootageSpan[];
  readonly isMore: boolean;
  readonly matches: number;
}

/** How the recorder searches and what is odd about that; each oddity was seen on some device. */
export class SimulatedSearch {
  pageSize = 40;
  /** After the last match it says MORE once again, with none. */
  isMoreAtEnd = false;
  /** Whatever page is asked for, it gives the first. */
  isStuck = false;
  /** What numOfMatches counts. */
  counts: 'page' | 'total' = 'page';
  /** Longer ones end in an error of its own. */
  longestSpanMs = 2 * DAY_MS;
  /** How many it makes at once, how long one takes, and what it answers to more. */
  atOnce = 1;
  takesMs = 0;
  whenBusy: 'deviceBusy' | 'deviceError' = 'deviceBusy';
  /** Channels that this account may not play back. */
  readonly forbidden = new Set<number>();
  /** What is wrong with the addresses it tells: a port or a host that nobody reaches from outside. */
  address: 'right' | 'wrong-port' | 'wrong-host' = 'right';
  /** It need not be true. */
  codec = 'H.264-BP';
  /** How many were answered, how many are under way, and how many were turned away. */
  answered = 0;
  underWay = 0;
  turnedAway = 0;

  page(found: readonly FootageSpan[], position: number): SearchPage {
    const from = this.isStuck ? 0 : position;
    const spans = found.slice(from, from + this.pageSize);
    const isBeyond = found.length > from + this.pageSize;
    const isMore = isBeyond || (this.isMoreAtEnd && spans.length > 0);
    return { spans, isMore, matches: this.counts === 'page' ? spans.length : found.length };
  }
}

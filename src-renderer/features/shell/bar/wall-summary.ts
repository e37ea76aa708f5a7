import type { TileCounts } from '../../../store/tile-store.ts';

/** Every machine this app runs on shows so many pictures in time. */
const MOST_USUAL_TILES = 16;
const SMALLER_GRID = 'choose a smaller grid';

/** Whether the wall is well, in few words. */
export interface WallSummary {
  tone: 'problem' | 'late' | 'good' | 'starting';
  text: string;
  /** What can be done, or what else there is; empty: nothing. */
  detail: string;
  /** Instead of both where there is hardly any room: how many, and what. */
  short: readonly [count: number, what: string];
}

/**
 * What the bar says of the visible tiles; the worst comes first, and what is no fault never looks like one. Nor is anything good while
 * something is broken elsewhere.
 */
export function wallSummary(counts: TileCounts, isBrokenElsewhere = false): WallSummary {
  const { live, late, damaged, problems, frozen, leftOut, all } = counts;
  const asked = all - leftOut;
  const rest = [damaged > 0 && `${damaged} damaged`, leftOut > 0 && `${leftOut} not shown`]
    .filter((part) => part !== false)
    .join(', ');
  // One tile that is behind or frozen has its own reason; most of a large wall have the same one.
  const isTooMuch = asked > MOST_USUAL_TILES && late + frozen > asked / 2;
  if (problems > 0) {
    const detail = isTooMuch ? SMALLER_GRID : rest;
    const text = `${problems} of ${asked} not live`;
    return { tone: 'problem', text, detail, short: [problems, 'not live'] };
  }
  if (isTooMuch) {
    const text = `${late} of ${asked} behind`;
    return { tone: 'late', text, detail: SMALLER_GRID, short: [late, 'behind'] };
  }
  const short = [live, 'live'] as const;
  if (damaged > 0 && live + damaged === asked) {
    const text = `${live} of ${asked} live`;
    return { tone: 'late', text, detail: rest, short: [damaged, 'damaged'] };
  }
  if (live < asked) {
    return { tone: 'starting', text: `${live} of ${asked} live`, detail: rest, short };
  }
  if (leftOut > 0) {
    return { tone: 'late', text: `${asked} live`, detail: `${rest}: ${SMALLER_GRID}`, short };
  }
  const tone = isBrokenElsewhere ? 'starting' : 'good';
  return { tone, text: `${all} live`, detail: '', short };
}

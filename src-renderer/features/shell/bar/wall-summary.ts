import { text } from '../../../text/catalogue.ts';
import type { TileCounts } from '../../../store/tile-store.ts';

/** Every machine this app runs on shows so many pictures in time. */
const MOST_USUAL_TILES = 16;

/** Whether the wall is well, in few words. */
export interface WallSummary {
  tone: 'problem' | 'late' | 'good' | 'starting';
  said: string;
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
  const { tiles } = text.shell;
  const rest = [
    damaged > 0 && tiles.damagedCount(damaged),
    leftOut > 0 && tiles.leftOutCount(leftOut),
  ]
    .filter((part) => part !== false)
    .join(', ');
  // One tile that is behind or frozen has its own reason; most of a large wall have the same one.
  const isTooMuch = asked > MOST_USUAL_TILES && late + frozen > asked / 2;
  if (problems > 0) {
    const detail = isTooMuch ? tiles.smallerGrid : rest;
    const said = tiles.notLiveOf(problems, asked);
    return { tone: 'problem', said, detail, short: [problems, tiles.notLive] };
  }
  if (isTooMuch) {
    const said = tiles.behindOf(late, asked);
    return { tone: 'late', said, detail: tiles.smallerGrid, short: [late, tiles.behind] };
  }
  const short = [live, tiles.live] as const;
  if (damaged > 0 && live + damaged === asked) {
    const said = tiles.liveOf(live, asked);
    return { tone: 'late', said, detail: rest, short: [damaged, tiles.damaged] };
  }
  if (live < asked) {
    return { tone: 'starting', said: tiles.liveOf(live, asked), detail: rest, short };
  }
  if (leftOut > 0) {
    const detail = tiles.andSmallerGrid(rest);
    return { tone: 'late', said: tiles.allLive(asked), detail, short };
  }
  const tone = isBrokenElsewhere ? 'starting' : 'good';
  return { tone, said: tiles.allLive(all), detail: '', short };
}

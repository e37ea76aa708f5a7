import type { TileCounts } from '../../store/tile-store.ts';

/** Every machine this app runs on shows so many pictures in time. */
const MOST_USUAL_TILES = 16;
const SMALLER_GRID = 'choose a smaller grid';

/** Whether the wall is well, in few words. */
export interface WallSummary {
  tone: 'problem' | 'late' | 'good' | 'starting';
  text: string;
}

/** What the bar says of the visible tiles; the worst comes first, and what is no fault never looks like one. */
export function wallSummary(counts: TileCounts): WallSummary {
  const { live, late, problems, frozen, leftOut, all } = counts;
  const asked = all - leftOut;
  const rest = leftOut > 0 ? `, ${leftOut} not shown` : '';
  // One tile that is behind or frozen has its own reason; most of a large wall have the same one.
  const isTooMuch = asked > MOST_USUAL_TILES && late + frozen > asked / 2;
  if (problems > 0) {
    const advice = isTooMuch ? `: ${SMALLER_GRID}` : rest;
    return { tone: 'problem', text: `${problems} of ${asked} not live${advice}` };
  }
  if (isTooMuch) return { tone: 'late', text: `${late} of ${asked} behind: ${SMALLER_GRID}` };
  if (live < asked) return { tone: 'starting', text: `${live} of ${asked} live${rest}` };
  if (leftOut > 0) return { tone: 'late', text: `${asked} live${rest}: ${SMALLER_GRID}` };
  return { tone: 'good', text: `${all} live` };
}

import type { TileCounts } from '../../store/tile-store.ts';

/** Every machine this app runs on shows so many pictures in time. */
const MOST_USUAL_TILES = 16;

/** Whether the wall is well, in few words. */
export interface WallSummary {
  tone: 'problem' | 'late' | 'good' | 'starting';
  text: string;
}

/** What the bar says of the visible tiles; the worst comes first, and what is no fault never looks like one. */
export function wallSummary({ live, late, problems, leftOut, all }: TileCounts): WallSummary {
  const asked = all - leftOut;
  const rest = leftOut > 0 ? `, ${leftOut} not shown` : '';
  if (problems > 0) return { tone: 'problem', text: `${problems} of ${asked} not live${rest}` };
  // One tile that is behind has its own reason; most of a large wall have the same one.
  if (asked > MOST_USUAL_TILES && late > asked / 2) {
    return { tone: 'late', text: `${late} of ${asked} behind: choose a smaller grid` };
  }
  if (live < asked) return { tone: 'starting', text: `${live} of ${asked} live${rest}` };
  if (leftOut > 0) return { tone: 'late', text: `${asked} live${rest}: choose a smaller grid` };
  return { tone: 'good', text: `${all} live` };
}

import { unixTimeOf } from '../../../model/unix-time.ts';
import type { PlayerState } from '../../../player/player-types.ts';

/** The picture a tile shows; `frozenSinceMs` is null while it is live, else its age as Unix time in ms. */
export interface Picture {
  readonly frozenSinceMs: number | null;
}

const LIVE: Picture = { frozenSinceMs: null };

/** What is on the tile, new or old; null: nothing. */
export function pictureOf(state: PlayerState): Picture | null {
  switch (state.kind) {
    case 'live':
    case 'late':
    case 'damaged':
      return LIVE;
    case 'still':
      return { frozenSinceMs: unixTimeOf(state.sinceMs) };
    case 'stale':
    case 'connecting':
    case 'offline':
      return state.lastFrameAtMs === null
        ? null
        : { frozenSinceMs: unixTimeOf(state.lastFrameAtMs) };
    case 'idle':
    case 'refused':
    case 'unsupported':
      return null;
  }
}

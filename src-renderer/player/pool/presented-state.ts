import type { PlayerState } from '../player-types.ts';

/**
 * What a tile says while one stream's picture is on screen and another stream is to replace it. A picture that moves speaks for
 * itself; an old one no longer has anything to say, since its stream is not wanted any more, so the news are the other one's,
 * with the age of the picture that is still seen.
 */
export function presentedState(shown: PlayerState, next: PlayerState | null): PlayerState {
  const moves = shown.kind === 'live' || shown.kind === 'late' || shown.kind === 'damaged';
  if (next === null || moves) return shown;
  if (next.kind === 'connecting' || next.kind === 'offline') {
    return { ...next, lastFrameAtMs: next.lastFrameAtMs ?? lastFrameAtMs(shown) };
  }
  return next.kind === 'idle' ? shown : next;
}

function lastFrameAtMs(state: PlayerState): number | null {
  return 'lastFrameAtMs' in state ? state.lastFrameAtMs : null;
}

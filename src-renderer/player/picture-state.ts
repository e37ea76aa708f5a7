import type { PictureVerdict } from './picture-health.ts';
import type { PlayerState } from './player-types.ts';

/** Finer steps of lateness would only make the tile's text restless. */
const BEHIND_STEP_MS = 500;

/** What the state of a shown picture becomes by a verdict; the same object when nothing changes. */
export function judgedState(
  state: PlayerState,
  verdict: PictureVerdict,
  picture: { lastFrameAtMs: number | null; lateByMs: number | null },
): PlayerState {
  const isMoving = state.kind === 'live' || state.kind === 'late';
  const { lastFrameAtMs, lateByMs } = picture;
  if (!isMoving) return state;
  // live | late => stale
  if (verdict === 'stale' || verdict === 'stalled') {
    return lastFrameAtMs === null ? state : { kind: 'stale', lastFrameAtMs };
  }
  // late => live
  if (lateByMs === null) return state.kind === 'live' ? state : { kind: 'live' };
  // live => late, or late by another amount
  const behindMs = Math.max(1, Math.round(lateByMs / BEHIND_STEP_MS)) * BEHIND_STEP_MS;
  if (state.kind === 'late' && state.behindMs === behindMs) return state;
  return { kind: 'late', behindMs };
}

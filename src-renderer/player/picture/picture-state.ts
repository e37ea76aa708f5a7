import type { PictureVerdict } from './picture-health.ts';
import type { PlayerState } from '../player-types.ts';

/** Finer steps of lateness would only make the tile's text restless. */
const BEHIND_STEP_MS = 500;

/** What the state of a shown picture becomes by a verdict; the same object when nothing changes. */
export function judgedState(
  state: PlayerState,
  verdict: PictureVerdict,
  picture: { lastFrameAtMs: number | null; lateByMs: number | null; stillSinceMs: number },
): PlayerState {
  const hasFrames = state.kind === 'live' || state.kind === 'late' || state.kind === 'still';
  const { lastFrameAtMs, lateByMs, stillSinceMs } = picture;
  if (!hasFrames) return state;
  // live | late | still => stale
  if (verdict === 'stale' || verdict === 'stalled') {
    return lastFrameAtMs === null ? state : { kind: 'stale', lastFrameAtMs };
  }
  // live | late => still
  if (verdict === 'still') {
    return state.kind === 'still' ? state : { kind: 'still', sinceMs: stillSinceMs };
  }
  // late | still => live
  if (lateByMs === null) return state.kind === 'live' ? state : { kind: 'live' };
  // live | still => late, or late by another amount
  const behindMs = Math.max(1, Math.round(lateByMs / BEHIND_STEP_MS)) * BEHIND_STEP_MS;
  if (state.kind === 'late' && state.behindMs === behindMs) return state;
  return { kind: 'late', behindMs };
}

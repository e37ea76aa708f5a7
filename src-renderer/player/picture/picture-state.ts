import type { PictureVerdict } from './picture-health.ts';
import type { PlayerState } from '../player-types.ts';

/** Finer steps of lateness would only make the tile's text restless. */
const BEHIND_STEP_MS = 500;

/** A frame each second looks like a slow camera, one each two seconds like a broken one: from here on it is said. */
const TOLD_FROM_MS = 1500;
const EVERY_STEP_MS = 1000;

/** Whether new frames are shown in this state. */
export function hasFrames({ kind }: PlayerState): boolean {
  return kind === 'live' || kind === 'late' || kind === 'damaged' || kind === 'still';
}

/** What the state of a shown picture becomes by a verdict; the same object when nothing changes. */
export function judgedState(
  state: PlayerState,
  verdict: PictureVerdict,
  picture: {
    lastFrameAtMs: number | null;
    lateByMs: number | null;
    stillSinceMs: number;
    slowIntervalMs: number;
    isDamaged: boolean;
  },
): PlayerState {
  const { lastFrameAtMs, lateByMs, stillSinceMs, slowIntervalMs, isDamaged } = picture;
  if (!hasFrames(state)) return state;
  // live | late | damaged | still => stale
  if (verdict === 'stale' || verdict === 'stalled') {
    return lastFrameAtMs === null ? state : { kind: 'stale', lastFrameAtMs };
  }
  // live | late | damaged => still
  if (verdict === 'still') {
    return state.kind === 'still' ? state : { kind: 'still', sinceMs: stillSinceMs };
  }
  // late | still => live | damaged, and these into each other
  if (lateByMs === null) {
    if (isDamaged) return state.kind === 'damaged' ? state : { kind: 'damaged' };
    const everyMs = everyOf(slowIntervalMs);
    if (state.kind === 'live' && state.everyMs === everyMs) return state;
    return everyMs === undefined ? { kind: 'live' } : { kind: 'live', everyMs };
  }
  // live | damaged | still => late, or late by another amount
  const behindMs = Math.max(1, Math.round(lateByMs / BEHIND_STEP_MS)) * BEHIND_STEP_MS;
  if (state.kind === 'late' && state.behindMs === behindMs) return state;
  return { kind: 'late', behindMs };
}

function everyOf(slowIntervalMs: number): number | undefined {
  if (slowIntervalMs < TOLD_FROM_MS) return undefined;
  return Math.round(slowIntervalMs / EVERY_STEP_MS) * EVERY_STEP_MS;
}

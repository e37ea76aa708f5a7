import { describe, expect, it } from 'vitest';
import type { PlayerState } from '../../../../src-renderer/player/player-types.ts';
import { presentedState } from '../../../../src-renderer/player/pool/presented-state.ts';

const GONE: PlayerState = {
  kind: 'offline',
  reason: 'server-gone',
  detail: '',
  retryAtMs: null,
  lastFrameAtMs: 1_000,
};
const UNREACHABLE: PlayerState = { ...GONE, reason: 'unreachable', lastFrameAtMs: null };

describe('while another stream is to replace the picture on screen', () => {
  it('a moving picture speaks for itself', () => {
    expect(presentedState({ kind: 'live' }, UNREACHABLE)).toEqual({ kind: 'live' });
    const late: PlayerState = { kind: 'late', behindMs: 2_000 };
    expect(presentedState(late, UNREACHABLE)).toEqual(late);
    expect(presentedState({ kind: 'damaged' }, UNREACHABLE)).toEqual({ kind: 'damaged' });
  });

  it('an old picture keeps its age, but the reason is the new stream’s', () => {
    expect(presentedState(GONE, UNREACHABLE)).toEqual({ ...UNREACHABLE, lastFrameAtMs: 1_000 });
    expect(presentedState({ kind: 'stale', lastFrameAtMs: 2_000 }, UNREACHABLE)).toMatchObject({
      reason: 'unreachable',
      lastFrameAtMs: 2_000,
    });
  });

  it('a refused login is not hidden behind it', () => {
    const refused: PlayerState = { kind: 'refused', detail: '' };
    expect(presentedState(GONE, refused)).toEqual(refused);
  });

  it('nothing changes before the new stream has begun, or without one', () => {
    expect(presentedState(GONE, { kind: 'idle' })).toBe(GONE);
    expect(presentedState(GONE, null)).toBe(GONE);
  });
});

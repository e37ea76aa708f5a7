import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pictureOf } from '../../../../src-renderer/features/wall/tools/picture-of.ts';
import type { PlayerState } from '../../../../src-renderer/player/player-types.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
  vi.advanceTimersByTime(60_000);
});
afterEach(() => void vi.useRealTimers());

const connecting = { kind: 'connecting', sinceMs: 9, attempt: 1, after: null } as const;

it.each<[PlayerState, number | null | 'none']>([
  [{ kind: 'live' }, null],
  [{ kind: 'late', behindMs: 3_000 }, null],
  [{ kind: 'damaged' }, null],
  [{ kind: 'stale', lastFrameAtMs: 30_000 }, 1_000_030_000],
  [{ kind: 'still', sinceMs: 31_000 }, 1_000_031_000],
  [{ ...connecting, lastFrameAtMs: 32_000 }, 1_000_032_000],
  [{ ...connecting, lastFrameAtMs: null }, 'none'],
  [{ kind: 'idle' }, 'none'],
  [{ kind: 'refused', detail: '' }, 'none'],
])('%j shows a picture that is frozen since %j', (state, expected) => {
  expect(pictureOf(state)?.frozenSinceMs).toBe(expected === 'none' ? undefined : expected);
});

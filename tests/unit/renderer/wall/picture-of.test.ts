import { expect, it } from 'vitest';
import { pictureOf } from '../../../../src-renderer/features/wall/picture-of.ts';
import type { PlayerState } from '../../../../src-renderer/player/player-types.ts';

const connecting = { kind: 'connecting', sinceMs: 9, attempt: 1, after: null } as const;

it.each<[PlayerState, number | null | 'none']>([
  [{ kind: 'live' }, null],
  [{ kind: 'late', behindMs: 3_000 }, null],
  [{ kind: 'damaged' }, null],
  [{ kind: 'stale', lastFrameAtMs: 5 }, 5],
  [{ kind: 'still', sinceMs: 6 }, 6],
  [{ ...connecting, lastFrameAtMs: 7 }, 7],
  [{ ...connecting, lastFrameAtMs: null }, 'none'],
  [{ kind: 'idle' }, 'none'],
  [{ kind: 'refused', detail: '' }, 'none'],
])('%j shows a picture that is frozen since %j', (state, expected) => {
  expect(pictureOf(state)?.frozenSinceMs).toBe(expected === 'none' ? undefined : expected);
});

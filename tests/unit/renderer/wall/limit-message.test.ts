import { describe, expect, it } from 'vitest';
import { limitMessage } from '../../../../src-renderer/features/wall/tile/limit-message.ts';
import type { PlayerState } from '../../../../src-renderer/player/player-types.ts';

const broken: PlayerState = {
  ...{ kind: 'offline', reason: 'decode-error', detail: 'PIPELINE_ERROR_DECODE' },
  ...{ retryAtMs: null, lastFrameAtMs: null },
};

describe('a tile that shows nothing because of a limit', () => {
  it('says which one, and what helps', () => {
    expect(limitMessage(true, { kind: 'idle' }, 8)).toMatchObject({
      title: 'Not shown: limit of 32 streams',
      hint: 'This NVR’s limit of 32 streams is used. Choose a smaller grid.',
    });
  });

  it('blames the number of pictures for a decoder that fails on a large wall only', () => {
    expect(limitMessage(false, broken, 8)?.hint).toMatch(/so many pictures.*smaller grid/);
    expect(limitMessage(false, broken, 4)).toBeNull();
    expect(limitMessage(false, { kind: 'live' }, 8)).toBeNull();
    expect(limitMessage(false, { ...broken, reason: 'unreachable' }, 8)).toBeNull();
  });

  it('says the same while it is tried again', () => {
    const again: PlayerState = {
      ...{ kind: 'connecting', after: 'decode-error', attempt: 2, sinceMs: 0, lastFrameAtMs: null },
    };
    expect(limitMessage(false, again, 8)).toEqual(limitMessage(false, broken, 8));
    expect(limitMessage(false, { ...again, after: null }, 8)).toBeNull();
  });

  it('blames no camera where the window can have no more pictures', () => {
    const full: PlayerState = { ...broken, reason: 'too-many-players' };
    expect(limitMessage(false, full, 2)).toMatchObject({ title: 'Not shown: too many pictures' });
  });
});

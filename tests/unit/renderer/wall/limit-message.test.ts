import { describe, expect, it } from 'vitest';
import { limitMessage } from '../../../../src-renderer/features/wall/limit-message.ts';
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
});

import { describe, expect, it } from 'vitest';
import type { Camera } from '@contract/models/camera.ts';
import { chooseQuality, decodableQuality } from '../../../../src-renderer/model/quality.ts';

const withSub: Camera = {
  id: 1,
  nvrId: 1,
  channel: 3,
  name: 'Camera 03',
  position: 2,
  isEnabled: true,
  quality: 'auto',
  notes: '',
  isGone: false,
  streams: { main: 'nvr1-ch3-main', sub: 'nvr1-ch3-sub' },
};
const withoutSub: Camera = { ...withSub, streams: { main: 'nvr1-ch3-main', sub: null } };

describe('the stream a tile shows', () => {
  it.each([
    [1, false, 'main'],
    [2, false, 'main'],
    [3, false, 'sub'],
    [4, false, 'sub'],
    [4, true, 'main'],
  ] as const)('side %i, fullscreen %s: %s', (side, isFullscreen, quality) => {
    expect(chooseQuality(withSub, side, isFullscreen)).toBe(quality);
  });

  it.each([
    [1, true, 'sub'],
    [4, false, 'main'],
  ] as const)(
    'side %i, fullscreen %s: %s, because it was chosen',
    (side, isFullscreen, quality) => {
      expect(chooseQuality({ ...withSub, quality }, side, isFullscreen)).toBe(quality);
    },
  );

  it('is main where the channel has no sub stream', () => {
    expect(chooseQuality(withoutSub, 4, false)).toBe('main');
  });
});

describe('a stream that cannot be decoded here', () => {
  it.each([
    ['main', ['main'], 'sub'],
    ['sub', ['sub'], 'main'],
    ['main', ['sub'], 'main'],
    ['main', ['main', 'sub'], 'main'],
    ['sub', [], 'sub'],
  ] as const)('%s wanted, %j unsupported: %s', (wanted, unsupported, quality) => {
    expect(decodableQuality(withSub, wanted, new Set(unsupported))).toBe(quality);
  });

  it('has no other one where the channel has no sub stream', () => {
    expect(decodableQuality(withoutSub, 'main', new Set(['main']))).toBe('main');
  });
});

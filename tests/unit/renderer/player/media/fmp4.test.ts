import { describe, expect, it } from 'vitest';
import { startsWithKeyframe } from '../../../../../src-renderer/player/media/fmp4.ts';
import { fragment } from '../fake-media.ts';

describe('startsWithKeyframe', () => {
  it('reads the sample flags as go2rtc writes them', () => {
    expect(startsWithKeyframe(fragment({ isKeyframe: true }))).toBe(true);
    expect(startsWithKeyframe(fragment({ isKeyframe: false }))).toBe(false);
  });

  it.each([
    ['nothing', new ArrayBuffer(0)],
    ['zeros', new ArrayBuffer(64)],
    ['a fragment cut short', fragment({ isKeyframe: true }).slice(0, 50)],
  ])('takes %s for no keyframe', (_, bytes) => {
    expect(startsWithKeyframe(bytes)).toBe(false);
  });
});

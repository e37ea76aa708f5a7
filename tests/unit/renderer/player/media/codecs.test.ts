import { expect, it } from 'vitest';
import { codecOf, offeredCodecs } from '../../../../../src-renderer/player/media/codecs.ts';

it('offers what the browser decodes, without audio', () => {
  expect(offeredCodecs((mime) => mime.includes('avc1'))).toBe(
    'avc1.640029,avc1.64002A,avc1.640033',
  );
  expect(offeredCodecs(() => true)).not.toMatch(/mp4a|flac|opus/);
  expect(offeredCodecs(() => false)).toBe('');
});

it('offers H.265 by the one name go2rtc knows where any level of it is decoded', () => {
  expect(offeredCodecs((mime) => mime.includes('hvc1.1.6.L120'))).toBe('hvc1.1.6.L153.B0');
});

it('reads the codec of an announced type', () => {
  expect(codecOf('video/mp4; codecs="avc1.640029"')).toBe('avc1.640029');
  expect(codecOf('video/mp4')).toBe('video/mp4');
});

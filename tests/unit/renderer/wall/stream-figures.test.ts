import { describe, expect, it } from 'vitest';
import {
  bitRate,
  streamFigures,
  type StatsSample,
} from '../../../../src-renderer/features/wall/stream-figures.ts';

function sample(
  atMs: number,
  framesShown: number,
  bytesReceived: number,
  framesCountedAtMs = atMs,
): StatsSample {
  const picture = { codec: 'avc1.64001e', width: 640, height: 360, bufferedAheadMs: 240 };
  return { atMs, stats: { ...picture, framesShown, framesCountedAtMs, bytesReceived } };
}

describe('streamFigures', () => {
  it('says what went by between two moments', () => {
    const figures = streamFigures('sub', sample(1000, 100, 50_000), sample(3000, 130, 127_500));
    expect(figures).toEqual(['Sub', 'H.264', '640×360', '15 fps', '310 kbit/s', '240 ms behind']);
  });

  it('counts frames for as long as they were counted', () => {
    const before = sample(1000, 100, 0, 990);
    expect(streamFigures('sub', before, sample(2000, 119, 0, 2257))).toContain('15 fps');
    expect(streamFigures('sub', before, sample(2000, 100, 0, 990))).toContain('0 fps');
  });

  it('says nothing of rates with one moment only, or when the stream was exchanged', () => {
    const now = sample(3000, 10, 5000);
    expect(streamFigures('main', null, now)).toEqual(['Main', 'H.264', '640×360']);
    expect(streamFigures('main', sample(2000, 90, 90_000), now)).toHaveLength(3);
  });

  it('leaves out what is not known yet', () => {
    const stats = { ...sample(0, 0, 0).stats, codec: null, width: 0 };
    expect(streamFigures('sub', null, { atMs: 0, stats })).toEqual(['Sub']);
  });
});

it.each([
  [38_750, 1000, '310 kbit/s'],
  [0, 1000, '0 kbit/s'],
  [525_000, 1000, '4.2 Mbit/s'],
])('%i bytes in %i ms are %s', (bytes, ms, text) => {
  expect(bitRate(bytes, ms)).toBe(text);
});

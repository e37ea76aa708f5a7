import { describe, expect, it } from 'vitest';
import {
  bitRate,
  samplesBefore,
  streamFigures,
  type StatsSample,
} from '../../../../src-renderer/features/wall/figures/stream-figures.ts';

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
  it('says what went by between the first and the last moment', () => {
    const samples = [sample(1000, 100, 50_000), sample(2000, 110, 0), sample(3000, 130, 127_500)];
    const figures = streamFigures('sub', samples);
    expect(figures).toEqual(['Sub', 'H.264', '640×360', '15 fps', '310 kbit/s', '240 ms behind']);
  });

  it('counts frames for as long as they were counted', () => {
    const before = sample(1000, 100, 0, 990);
    expect(streamFigures('sub', [before, sample(2000, 119, 0, 2257)])).toContain('15 fps');
    expect(streamFigures('sub', [before, sample(2000, 100, 0, 990)])).toContain('0 fps');
  });

  it('does not round slow streams to nothing', () => {
    const before = sample(1000, 100, 0, 900);
    expect(streamFigures('sub', [before, sample(6000, 102, 0, 4900)])).toContain('0.5 fps');
    expect(streamFigures('sub', [before, sample(6000, 105, 0, 5900)])).toContain('1 fps');
  });

  it('says nothing of rates with one moment only', () => {
    expect(streamFigures('main', [sample(3000, 10, 5000)])).toEqual(['Main', 'H.264', '640×360']);
    expect(streamFigures('main', [])).toEqual([]);
  });

  it('leaves out what is not known yet', () => {
    const stats = { ...sample(0, 0, 0).stats, codec: null, width: 0 };
    expect(streamFigures('sub', [{ atMs: 0, stats }])).toEqual(['Sub']);
  });
});

it('samples of another stream are not compared with', () => {
  const past = [sample(1000, 100, 50_000), sample(2000, 115, 60_000)];
  expect(samplesBefore(sample(3000, 130, 70_000), past)).toEqual(past);
  expect(samplesBefore(sample(3000, 10, 70_000), past)).toEqual([]);
  expect(samplesBefore(sample(3000, 130, 7000), past)).toEqual([]);
});

it.each([
  [38_750, 1000, '310 kbit/s'],
  [0, 1000, '0 kbit/s'],
  [525_000, 1000, '4.2 Mbit/s'],
])('%i bytes in %i ms are %s', (bytes, ms, text) => {
  expect(bitRate(bytes, ms)).toBe(text);
});

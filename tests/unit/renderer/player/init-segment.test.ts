import { describe, expect, it } from 'vitest';
import { box, joined } from '../../../../src-renderer/player/fmp4.ts';
import {
  codecOfInit,
  spsOfInit,
  withFormat,
} from '../../../../src-renderer/player/init-segment.ts';
import { HIGH_640_X_360, PPS } from './h264-samples.ts';
import { avcInit, hevcInit, zeros } from './init-samples.ts';

describe('codecOfInit', () => {
  it.each([
    ['H.264 high 2.2', avcInit(HIGH_640_X_360), 'avc1.640016'],
    ['H.265 main 5.1', hevcInit(1, 0x60_00_00_00, 153), 'hvc1.1.6.L153.B0'],
    ['H.265 main 10, 4.0', hevcInit(2, 0x20_00_00_00, 120), 'hvc1.2.4.L120.B0'],
    ['H.265 main, high tier', hevcInit(0x21, 0x60_00_00_00, 93), 'hvc1.1.6.H93.B0'],
    ['no picture', joined(box('ftyp', zeros(4))).buffer, null],
  ])('%s', (_, bytes, codec) => {
    expect(codecOfInit(bytes)).toBe(codec);
  });
});

describe('withFormat', () => {
  it('announces other parameter sets and another size, and stays whole', () => {
    const before = avcInit(Uint8Array.of(0x67, 66, 0, 10));
    const format = { sps: HIGH_640_X_360, pps: PPS, widthPx: 352, heightPx: 288 };
    const after = withFormat(before, format);
    if (after === null) throw new Error('not announced');
    expect(codecOfInit(after)).toBe('avc1.640016');
    expect(spsOfInit(after)).toEqual(HIGH_640_X_360);
    expect(after.byteLength).toBe(before.byteLength + HIGH_640_X_360.length - 4);
    // And once more, from what came out.
    expect(withFormat(after, format)).toEqual(after);
  });

  it('leaves other codecs alone', () => {
    const bytes = hevcInit(1, 0x60_00_00_00, 93);
    const format = { sps: HIGH_640_X_360, pps: PPS, widthPx: 1, heightPx: 1 };
    expect(withFormat(bytes, format)).toBeNull();
    expect(spsOfInit(bytes)).toBeNull();
  });
});

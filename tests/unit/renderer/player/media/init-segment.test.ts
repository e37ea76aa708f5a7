import { describe, expect, it } from 'vitest';
import { box, joined } from '../../../../../src-renderer/player/media/fmp4.ts';
import {
  codecOfInit,
  spsOfInit,
  withFormat,
  withShape,
} from '../../../../../src-renderer/player/media/init-segment.ts';
import { HIGH_640_X_360, PPS } from '../h264-samples.ts';
import { avcInit, hevcInit, shownSize, zeros } from '../init-samples.ts';

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

describe('withShape', () => {
  it('says in which shape the picture is shown, and nothing else', () => {
    const before = avcInit(HIGH_640_X_360);
    const shape = { widthPx: 704, heightPx: 576, pixelAspect: 16 / 11 };
    const after = withShape(before, shape);
    expect(after && shownSize(after)).toEqual([1024, 576]);
    expect(after && withShape(after, { widthPx: 0, heightPx: 0, pixelAspect: 1 })).toEqual(before);
    expect(shownSize(before)).toEqual([0, 0]);
  });

  it('leaves alone what has no track', () => {
    const bytes = joined(box('ftyp', zeros(4))).buffer;
    expect(withShape(bytes, { widthPx: 1, heightPx: 1, pixelAspect: 2 })).toBeNull();
  });
});

describe('withFormat', () => {
  it('announces other parameter sets and another size, and stays whole', () => {
    const before = avcInit(Uint8Array.of(0x67, 66, 0, 10));
    const format = { sps: HIGH_640_X_360, pps: PPS, widthPx: 352, heightPx: 288, pixelAspect: 1 };
    const after = withFormat(before, format);
    if (after === null) throw new Error('not announced');
    expect(codecOfInit(after)).toBe('avc1.640016');
    expect(spsOfInit(after)).toEqual(HIGH_640_X_360);
    expect(shownSize(after)).toEqual([352, 288]);
    expect(after.byteLength).toBe(before.byteLength + HIGH_640_X_360.length - 4);
    // And once more, from what came out.
    expect(withFormat(after, format)).toEqual(after);
  });

  it('leaves other codecs alone', () => {
    const bytes = hevcInit(1, 0x60_00_00_00, 93);
    const format = { sps: HIGH_640_X_360, pps: PPS, widthPx: 1, heightPx: 1, pixelAspect: 1 };
    expect(withFormat(bytes, format)).toBeNull();
    expect(spsOfInit(bytes)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { parseSps, parseSlice } from '../../../../../src-renderer/player/media/h264.ts';
import {
  BASELINE_352_X_288,
  BASELINE_640_X_480,
  FIELDS_1920_X_1080,
  HIGH_640_X_360,
  PIXELS_1_9,
  PIXELS_7_5,
  SLICES,
  WIDE_PIXELS_704_X_576,
} from '../h264-samples.ts';

describe('parseSps', () => {
  it.each([
    ['high', HIGH_640_X_360, 640, 360],
    ['baseline 4:3', BASELINE_640_X_480, 640, 480],
    ['baseline CIF', BASELINE_352_X_288, 352, 288],
    ['fields', FIELDS_1920_X_1080, 1920, 1080],
  ])('%s', (_, sps, widthPx, heightPx) => {
    expect(parseSps(sps)).toMatchObject({ widthPx, heightPx });
  });

  it.each([
    ['square', HIGH_640_X_360, 1],
    ['one of the table', WIDE_PIXELS_704_X_576, 16 / 11],
    ['in full', PIXELS_7_5, 7 / 5],
    ['nonsense', PIXELS_1_9, 1],
  ])('the shape of pixels: %s', (_, sps, pixelAspect) => {
    expect(parseSps(sps)).toMatchObject({ pixelAspect });
  });

  it.each([0, 1, 4, 8])('takes nothing from a set that is torn after %i bytes', (size) => {
    expect(parseSps(HIGH_640_X_360.subarray(0, size))).toBeNull();
  });
});

describe('parseSlice', () => {
  const sps = parseSps(HIGH_640_X_360);
  if (sps === null) throw new Error('not read');
  const headers = SLICES.map((slice) => parseSlice(slice, sps));

  it('reads where each picture belongs', () => {
    expect(headers.map((header) => header?.order)).toEqual([0, 6, 2, 4, 12, 8, 10]);
  });

  it('reads which pictures others are made from, and their numbers', () => {
    const references = headers.map((header) => header?.isReference);
    expect(references).toEqual([true, true, false, false, true, false, false]);
    expect(headers.map((header) => header?.frameNumber)).toEqual([0, 1, 2, 2, 2, 3, 3]);
    expect(headers.filter((header) => header?.isIntra)).toEqual([headers[0]]);
    expect(headers.every((header) => header?.firstMacroblock === 0)).toBe(true);
  });

  it('knows no order where the encoder uses none, and nothing where the slice is torn', () => {
    const baseline = parseSps(BASELINE_640_X_480);
    const [first = new Uint8Array()] = SLICES;
    expect(baseline && parseSlice(first, baseline)).toMatchObject({ order: null });
    expect(parseSlice(first.subarray(0, 2), sps)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { splitAccessUnits, splitNals } from '../../simulated-recorder/media/annex-b.ts';

const LONG = [0, 0, 0, 1];
const SHORT = [0, 0, 1];
const SPS = [0x67, 0x64, 0x00, 0x1f];
const PPS = [0x68, 0xee];
const IDR = [0x65, 0x88, 0x11];
const IDR_SECOND_SLICE = [0x65, 0x40, 0x22];
const SLICE = [0x41, 0x9a, 0x33];
const DELIMITER = [0x09, 0xf0];

describe('splitNals', () => {
  it('cuts at 3- and 4-byte start codes alike', () => {
    const nals = splitNals(Buffer.from([...LONG, ...SPS, ...SHORT, ...PPS, ...LONG, ...IDR]));
    expect(nals.map((nal) => [...nal])).toEqual([SPS, PPS, IDR]);
  });

  it('drops zero padding between units but keeps zeros inside one', () => {
    const inner = [0x65, 0x80, 0x00, 0x00, 0x03, 0x07];
    const nals = splitNals(Buffer.from([...SHORT, ...inner, 0, 0, 0, 0, ...SHORT, ...PPS]));
    expect(nals.map((nal) => [...nal])).toEqual([inner, PPS]);
  });

  it('finds nothing where no start code is', () => {
    expect(splitNals(Buffer.from([1, 2, 3]))).toEqual([]);
    expect(splitNals(Buffer.alloc(0))).toEqual([]);
  });
});

describe('splitAccessUnits', () => {
  const stream = (...nals: number[][]) => Buffer.from(nals.flatMap((nal) => [...LONG, ...nal]));

  it('puts parameter sets in front of the picture they belong to', () => {
    const units = splitAccessUnits(stream(SPS, PPS, IDR, SLICE, SPS, PPS, IDR));
    expect(units.map((unit) => [unit.nals.length, unit.isKeyframe])).toEqual([
      [3, true],
      [1, false],
      [3, true],
    ]);
  });

  it('keeps the slices of one picture together', () => {
    const units = splitAccessUnits(stream(IDR, IDR_SECOND_SLICE, SLICE));
    expect(units.map((unit) => unit.nals.length)).toEqual([2, 1]);
  });

  it('begins a picture at an access unit delimiter', () => {
    const units = splitAccessUnits(stream(DELIMITER, IDR, DELIMITER, SLICE));
    expect(units.map((unit) => unit.nals.length)).toEqual([2, 2]);
  });

  it('leaves out parameter sets that no picture follows', () => {
    expect(splitAccessUnits(stream(IDR, SPS, PPS))).toHaveLength(1);
  });
});

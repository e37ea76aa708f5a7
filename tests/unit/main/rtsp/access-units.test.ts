import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccessUnits } from '../../../../src-main/app/rtsp/recorded/access-units.ts';

const START = [0, 0, 0, 1];
const SPS = Buffer.from([0x67, 1, 2, 3]);
const PPS = Buffer.from([0x68, 9]);
const IDR = Buffer.from([0x65, 10, 11, 12, 13, 14]);
const SLICE = Buffer.from([0x41, 20, 21]);

let sequence = 0;
function packet(stamp: number, payload: readonly number[] | Buffer): Buffer {
  const head = Buffer.from([0x80, 96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  head.writeUInt16BE((sequence += 1), 2);
  head.writeUInt32BE(stamp, 4);
  return Buffer.concat([head, Buffer.from(payload)]);
}

/** FU-A (RFC 6184, 5.8), cut where it is said. */
function fragments(stamp: number, nal: Buffer, cuts: readonly number[]): Buffer[] {
  const [header = 0] = nal;
  const edges = [1, ...cuts, nal.length];
  return edges.slice(0, -1).map((from, index) => {
    const bits = (index === 0 ? 0x80 : 0) | (index === edges.length - 2 ? 0x40 : 0);
    const head = [(header & 0xe0) | 28, bits | (header & 0x1f)];
    return packet(stamp, [...head, ...nal.subarray(from, edges[index + 1])]);
  });
}

const annexB = (...nals: readonly Buffer[]): Buffer =>
  Buffer.concat(nals.flatMap((nal) => [Buffer.from(START), nal]));

describe('the pictures of a recording', () => {
  it('begin with a keyframe, and end where another stamp begins', () => {
    const units = new AccessUnits('H264', [SPS, PPS]);
    const out = [
      ...units.push(packet(1, SLICE)),
      ...units.push(packet(2, SPS)),
      ...units.push(packet(2, PPS)),
      ...units.push(packet(2, IDR)),
      ...units.push(packet(3, SLICE)),
      ...units.push(packet(4, SLICE)),
    ];
    expect(out.map(({ stamp, isKeyframe }) => [stamp, isKeyframe])).toEqual([
      [2, true],
      [3, false],
    ]);
    expect(out[0]?.bytes).toEqual(annexB(SPS, PPS, IDR));
    expect(units.flush().map(({ stamp }) => stamp)).toEqual([4]);
    expect(units.flush()).toEqual([]);
  });

  it('get the parameter sets of the description where a keyframe has none', () => {
    const units = new AccessUnits('H264', [SPS, PPS]);
    units.push(packet(1, IDR));
    expect(units.flush()[0]?.bytes).toEqual(annexB(SPS, PPS, IDR));
  });

  it('are taken out of aggregates', () => {
    const units = new AccessUnits('H264', []);
    const sizes = (nal: Buffer): number[] => [0, nal.length, ...nal];
    units.push(packet(1, [24, ...sizes(SPS), ...sizes(PPS), ...sizes(IDR)]));
    expect(units.flush()[0]?.bytes).toEqual(annexB(SPS, PPS, IDR));
  });

  it('are the same wherever they were cut', () => {
    const cuts = fc
      .uniqueArray(fc.integer({ min: 2, max: IDR.length - 1 }), { minLength: 1 })
      .map((all) => all.sort((one, other) => one - other));
    fc.assert(
      fc.property(cuts, (at) => {
        const units = new AccessUnits('H264', [SPS, PPS]);
        for (const each of fragments(1, IDR, at)) units.push(each);
        expect(units.flush()[0]?.bytes).toEqual(annexB(SPS, PPS, IDR));
      }),
    );
  });

  it('of H.265 are put together, too', () => {
    const vps = Buffer.from([0x40, 1, 7]);
    const sps = Buffer.from([0x42, 1, 8]);
    const key = Buffer.from([0x26, 1, 30, 31, 32]);
    const units = new AccessUnits('H265', [vps, sps]);
    units.push(packet(1, [0x62, 1, 0x80 | 19, 30]));
    units.push(packet(1, [0x62, 1, 0x40 | 19, 31, 32]));
    expect(units.flush()).toMatchObject([{ isKeyframe: true, bytes: annexB(vps, sps, key) }]);
  });

  it('survive whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 })), (packets) => {
        const units = new AccessUnits('H264', []);
        for (const each of packets) units.push(Buffer.from(each));
        units.flush();
      }),
    );
  });
});

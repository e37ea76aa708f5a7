import { describe, expect, it } from 'vitest';
import { createTrackMend } from '../../../../src-main/app/rtsp/media/track-mend.ts';
import { go2rtcSamples } from '../../../support/go2rtc-depay.ts';
import { mendedPackets, setsOf, slicesOf, videoTrack } from '../../../support/mended.ts';
import { fieldPictures, packetsOf } from '../../../support/rtp-stream.ts';

const ONE_SLICE = fieldPictures('lossy-15fps.h264');
const FOUR_SLICES = fieldPictures('four-slices.h264');

function slicesIn(pictures: readonly (readonly Buffer[])[]): Buffer[][] {
  return slicesOf(pictures.map((nals) => ({ nals })));
}

it('a life sign makes nothing of what is before and behind it', () => {
  const mend = createTrackMend(videoTrack(setsOf(ONE_SLICE[0])));
  const out = [mend.lifeSign()];
  for (const { packet, picture } of packetsOf(ONE_SLICE)) {
    out.push(...mend.push(packet, picture * 66), mend.lifeSign());
  }
  out.push(...mend.flush());
  const samples = slicesOf(go2rtcSamples(out.map((packet) => Buffer.from(packet))));
  expect(samples).toEqual(slicesIn(ONE_SLICE));
  const numbers = out.map((packet) => packet.readUInt16BE(2));
  expect(numbers).toEqual(numbers.map((_, at) => ((numbers[0] ?? 0) + at) % 0x10000));
});

describe('two sources at once', () => {
  const other = packetsOf(FOUR_SLICES, { firstNumber: 500 });
  other.forEach(({ packet }) => packet.writeUInt32BE(9, 8));

  it('are told apart: it stays with the first of them', () => {
    const mend = createTrackMend(videoTrack(setsOf(ONE_SLICE[0])));
    const first = packetsOf(ONE_SLICE);
    const both = first.flatMap((each, at) => [each, ...other.slice(at, at + 1)]);
    const samples = slicesOf(go2rtcSamples(mendedPackets(both, mend)));
    expect(samples.slice(-100)).toEqual(slicesIn(ONE_SLICE).slice(-100));
    expect(mend.takeLost()).toBe(0);
  });

  it('of which one ends are followed by the other', () => {
    const mend = createTrackMend(videoTrack());
    const both = [...packetsOf(ONE_SLICE.slice(0, 4)), ...other.slice(0, 1)];
    const again = packetsOf(ONE_SLICE.slice(4), { firstNumber: 1004 });
    const rest = Array.from({ length: 10 }, () => other).flat();
    const out = mendedPackets([...both, ...again.slice(0, 9), ...rest], mend);
    expect(slicesOf(go2rtcSamples(out)).at(-1)).toEqual(slicesIn(FOUR_SLICES).at(-1));
  });
});

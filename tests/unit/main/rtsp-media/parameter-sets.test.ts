import { describe, expect, it } from 'vitest';
import { createTrackMend } from '../../../../src-main/app/rtsp/media/track-mend.ts';
import { go2rtcSamples } from '../../../support/go2rtc-depay.ts';
import { mendedPackets, setsOf, videoTrack } from '../../../support/mended.ts';
import { fieldPictures, packetsOf } from '../../../support/rtp-stream.ts';

const ONE_SLICE = fieldPictures('lossy-15fps.h264');
const FOUR_SLICES = fieldPictures('four-slices.h264');

const isSet = (nal: Buffer): boolean => [7, 8].includes(nal.readUInt8(0) & 0x1f);

describe('parameter sets', () => {
  const without = ONE_SLICE.map((nals) => nals.filter((nal) => !isSet(nal)));

  it('may come only in the SDP', () => {
    const mend = createTrackMend(videoTrack(setsOf(ONE_SLICE[0])));
    expect(go2rtcSamples(mendedPackets(packetsOf(without), mend))).toHaveLength(without.length);
  });

  it('that never come leave no picture, and are named', () => {
    const mend = createTrackMend(videoTrack());
    expect(mendedPackets(packetsOf(without), mend)).toEqual([]);
    expect(mend.isMissingParameterSets).toBe(true);
    expect(mend.isEncrypted).toBe(false);
  });

  it('that come with the next keyframe are waited for', () => {
    const mend = createTrackMend(videoTrack());
    const isKeyframe = (nals: readonly Buffer[]): boolean =>
      nals.some((nal) => (nal[0] ?? 0) % 32 === 5);
    const between = ONE_SLICE.filter((nals) => !isKeyframe(nals));
    const minute = Array.from({ length: 9 }, () => between).flat();
    expect(mendedPackets(packetsOf(minute), mend)).toEqual([]);
    expect(mend.isMissingParameterSets).toBe(false);
  });

  it('that come later are taken', () => {
    const mend = createTrackMend(videoTrack());
    const packets = packetsOf([...without, ...ONE_SLICE]);
    expect(go2rtcSamples(mendedPackets(packets, mend))).toHaveLength(ONE_SLICE.length);
    expect(mend.isMissingParameterSets).toBe(false);
  });

  it('that change are followed by nothing but a keyframe', () => {
    const other = FOUR_SLICES;
    const packets = packetsOf([...ONE_SLICE, ...other]).filter(({ packet, picture }) => {
      const nal = packet.readUInt8(12) & 0x1f;
      return picture !== ONE_SLICE.length || nal === 7 || nal === 8;
    });
    const samples = go2rtcSamples(mendedPackets(packets));
    const lastKeyframe = other.findLastIndex((nals) =>
      nals.some((nal) => (nal[0] ?? 0) % 32 === 5),
    );
    expect(samples).toHaveLength(ONE_SLICE.length + other.length - lastKeyframe);
  });
});

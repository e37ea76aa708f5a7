import { describe, expect, it } from 'vitest';
import { cleanSdp, type CleanTrack } from '../../../../src-main/app/rtsp/media/clean-sdp.ts';
import { readSdp } from '../../../../src-main/app/rtsp/media/sdp.ts';
import { createTrackMend, type TrackMend } from '../../../../src-main/app/rtsp/media/track-mend.ts';
import { go2rtcSamples } from '../../../support/go2rtc-depay.ts';
import { fieldPictures, packetsOf, type PicturePacket } from '../../../support/rtp-stream.ts';

const MS_PER_PICTURE = 66;

function track(fmtp = 'packetization-mode=1'): CleanTrack {
  const text = `m=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\na=fmtp:96 ${fmtp}`;
  const [first] = cleanSdp(readSdp(text), { video: true, audio: true }).tracks;
  if (!first) throw new Error('no track');
  return first;
}

function mended(packets: readonly PicturePacket[], mend: TrackMend): Buffer[] {
  const out = packets.flatMap(({ packet, picture }) => mend.push(packet, picture * MS_PER_PICTURE));
  return [...out, ...mend.flush()];
}

describe('a track on its way to go2rtc', () => {
  it('passes an ordinary stream on unchanged', () => {
    const packets = packetsOf(fieldPictures('lossy-15fps.h264'));
    const before = packets.map(({ packet }) => Buffer.from(packet));
    const mend = createTrackMend(track());
    const out = mended(packets, mend);
    // Of the first picture the end is seen at the next.
    const slices = go2rtcSamples(out).map(({ nals }) => nals.filter((nal) => nal[0] !== 12));
    expect(slices).toEqual(go2rtcSamples(before).map(({ nals }) => nals));
    expect(mend.takeLost()).toBe(0);
  });

  it('makes one sample of the slices of a picture that are all marked', () => {
    const pictures = fieldPictures('four-slices.h264');
    const packets = packetsOf(pictures, { markers: 'each slice' });
    const samples = go2rtcSamples(mended(packets, createTrackMend(track())));
    expect(samples.length).toBe(pictures.length);
  });

  it('ends pictures that are never marked', () => {
    const pictures = fieldPictures('four-slices.h264');
    const packets = packetsOf(pictures, { markers: 'never' });
    const samples = go2rtcSamples(mended(packets, createTrackMend(track())));
    expect(samples.length).toBe(pictures.length);
  });
});

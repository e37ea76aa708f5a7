import { cleanSdp, type CleanTrack } from '../../src-main/app/rtsp/media/sdp/clean-sdp.ts';
import { readSdp } from '../../src-main/app/rtsp/media/sdp/sdp.ts';
import { createTrackMend, type TrackMend } from '../../src-main/app/rtsp/media/track-mend.ts';
import type { PicturePacket } from './rtp-stream.ts';

const USUAL_PICTURE_MS = 66;

/** The video track of an SDP with these parameter sets. */
export function videoTrack(sets: readonly Buffer[] = [], encoding = 'H264'): CleanTrack {
  const sprop = sets.map((set) => set.toString('base64')).join();
  const fmtp = sets.length === 0 ? '' : `\na=fmtp:96 sprop-parameter-sets=${sprop}`;
  const text = `m=video 0 RTP/AVP 96\na=rtpmap:96 ${encoding}/90000${fmtp}`;
  const [track] = cleanSdp(readSdp(text), { video: true, audio: true }).tracks;
  if (track === undefined) throw new Error('no track');
  return track;
}

/** What goes on of packets that arrive at the pace of their pictures. The packets stay as they are. */
export function mendedPackets(
  packets: readonly PicturePacket[],
  mend: TrackMend = createTrackMend(videoTrack()),
  pictureMs = USUAL_PICTURE_MS,
): Buffer[] {
  const out = packets.flatMap(({ packet, picture }) =>
    mend.push(Buffer.from(packet), picture * pictureMs),
  );
  return [...out, ...mend.flush()];
}

/** SPS and PPS of a picture. */
export function setsOf(nals: readonly Buffer[] = []): Buffer[] {
  return nals.filter((nal) => [7, 8].includes(nal.readUInt8(0) & 0x1f));
}

/** Slices of each sample, without the filler that may end it. */
export function slicesOf(samples: readonly { nals: readonly Buffer[] }[]): Buffer[][] {
  return samples.map(({ nals }) => nals.filter((nal) => [1, 5].includes(nal.readUInt8(0) & 0x1f)));
}

import type { Clip } from '../media/clip.ts';
import { H264_PAYLOAD_TYPE, VIDEO_CLOCK_HZ } from '../media/rtp-packets.ts';

/** Describes one video track (RFC 4566, RFC 6184 8.1) with the parameter sets, so a decoder can start at once. */
export function describeClip(clip: Clip): string {
  const profileLevelId = clip.sps.subarray(1, 4).toString('hex').toUpperCase();
  const sprop = [clip.sps, clip.pps].map((nal) => nal.toString('base64')).join(',');
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=Media Presentation',
    'c=IN IP4 0.0.0.0',
    't=0 0',
    'a=control:*',
    `m=video 0 RTP/AVP ${H264_PAYLOAD_TYPE}`,
    `a=rtpmap:${H264_PAYLOAD_TYPE} H264/${VIDEO_CLOCK_HZ}`,
    `a=fmtp:${H264_PAYLOAD_TYPE} profile-level-id=${profileLevelId};packetization-mode=1;sprop-parameter-sets=${sprop}`,
    `a=framerate:${clip.frameRate.toFixed(6)}`,
    'a=recvonly',
    'a=control:trackID=1',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

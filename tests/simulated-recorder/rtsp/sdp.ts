import type { AudioTrack } from '../media/audio-track.ts';
import type { Clip } from '../media/clip.ts';
import { H264_PAYLOAD_TYPE as VIDEO_PAYLOAD_TYPE, VIDEO_CLOCK_HZ } from '../media/rtp-packets.ts';
import { AUDIO_TRACK, VIDEO_TRACK } from './stream-url.ts';

/** Describes the tracks (RFC 4566) with the parameter sets, so a decoder can start at once. */
export function describeClip(clip: Clip): string {
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=Media Presentation',
    'c=IN IP4 0.0.0.0',
    't=0 0',
    'a=control:*',
    `m=video 0 RTP/AVP ${VIDEO_PAYLOAD_TYPE}`,
    `a=rtpmap:${VIDEO_PAYLOAD_TYPE} ${clip.codec.replace('.', '')}/${VIDEO_CLOCK_HZ}`,
    `a=fmtp:${VIDEO_PAYLOAD_TYPE} ${parameterSets(clip)}`,
    `a=framerate:${clip.frameRate.toFixed(6)}`,
    'a=recvonly',
    `a=control:${VIDEO_TRACK}`,
    ...(clip.audio ? audioLines(clip.audio) : []),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** As RFC 6184 8.1 has it for H.264 and RFC 7798 7.1 for H.265. */
function parameterSets({ sps, pps, vps }: Clip): string {
  const [vpsText = '', spsText = '', ppsText = ''] = [vps, sps, pps].map((nal) =>
    nal?.toString('base64'),
  );
  if (vps !== null) return `sprop-vps=${vpsText};sprop-sps=${spsText};sprop-pps=${ppsText}`;
  const profileLevelId = sps.subarray(1, 4).toString('hex').toUpperCase();
  const sprop = `sprop-parameter-sets=${spsText},${ppsText}`;
  return `profile-level-id=${profileLevelId};packetization-mode=1;${sprop}`;
}

function audioLines({ codec, payloadType, clockHz, format }: AudioTrack): string[] {
  return [
    `m=audio 0 RTP/AVP ${payloadType}`,
    `a=rtpmap:${payloadType} ${codec}/${clockHz}`,
    ...(format === null ? [] : [`a=fmtp:${payloadType} ${format}`]),
    'a=recvonly',
    `a=control:${AUDIO_TRACK}`,
  ];
}

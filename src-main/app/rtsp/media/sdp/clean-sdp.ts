import { nalTypeOfH265, nalType, NAL, NAL_H265 } from '../nal/nal-types.ts';
import { parseSps } from '../nal/h264-headers.ts';
import type { SdpDescription, SdpTrack } from './sdp.ts';
import { isAudible, soundConfig } from './sound.ts';

/** What the next in line is to be given. */
export interface TrackChoice {
  readonly video: boolean;
  readonly audio: boolean;
}

/** A track of the clean SDP. Its control there is `trackID=<id>`. */
export interface CleanTrack extends SdpTrack {
  readonly kind: 'video' | 'audio';
  readonly id: number;
  /** Parameter sets from the SDP that are whole: SPS and PPS, for H.265 behind the VPS. Empty where there are none. */
  readonly parameterSets: readonly Buffer[];
}

/** An SDP without anything that go2rtc stumbles over, and what became of the tracks. */
export interface CleanSdp {
  readonly text: string;
  readonly tracks: readonly CleanTrack[];
  /** The encoding of the first video track, also where it is none that can be shown; null without one. */
  readonly videoEncoding: string | null;
  /** The encoding of the sound, whether it can be heard or not; null without any. */
  readonly soundEncoding: string | null;
}

const SESSION_LINES = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0'];

/** go2rtc repacks these two for a browser, and no other video (its `pkg/mp4`). */
export function isShowable(track: SdpTrack): boolean {
  return track.kind === 'video' && (track.encoding === 'H264' || track.encoding === 'H265');
}

/** Chooses the first video and the first sound that can be shown and heard, and describes them afresh. */
export function cleanSdp(description: SdpDescription, choice: TrackChoice): CleanSdp {
  const offered = description.tracks.filter((track) => !track.isBackchannel);
  const videos = offered.filter((track) => track.kind === 'video');
  const sounds = offered.filter((track) => track.kind === 'audio');
  const video = videos.find(isShowable);
  const sound = sounds.find(isAudible);
  const tracks = [
    ...(choice.video && video ? [videoTrack(video)] : []),
    ...(choice.audio && sound ? [soundTrack(sound)] : []),
  ];
  const lines = [...SESSION_LINES, 'a=control:*', ...tracks.flatMap(linesOf)];
  return {
    text: `${lines.join('\r\n')}\r\n`,
    tracks,
    videoEncoding: (video ?? videos[0])?.encoding ?? null,
    soundEncoding: (sound ?? sounds[0])?.encoding ?? null,
  };
}

function linesOf(track: CleanTrack): string[] {
  const { kind, payloadType, encoding, clockHz, channels, fmtp, id } = track;
  return [
    `m=${kind} 0 RTP/AVP ${payloadType}`,
    `a=rtpmap:${payloadType} ${encoding}/${clockHz}${channels > 1 ? `/${channels}` : ''}`,
    ...(fmtp === null ? [] : [`a=fmtp:${payloadType} ${fmtp}`]),
    'a=recvonly',
    `a=control:trackID=${id}`,
  ];
}

function soundTrack(track: SdpTrack): CleanTrack {
  return { ...track, kind: 'audio', id: 2, fmtp: soundConfig(track), parameterSets: [] };
}

function videoTrack(track: SdpTrack): CleanTrack {
  const parameterSets = parameterSetsOf(track);
  const fmtp = track.encoding === 'H264' ? h264Fmtp(parameterSets) : h265Fmtp(parameterSets);
  return { ...track, kind: 'video', id: 1, fmtp, parameterSets };
}

/** Rewritten: go2rtc takes exactly one set of each kind, and decodes only base64 with its padding. */
function h264Fmtp(sets: readonly Buffer[]): string {
  const sps = sets.find((set) => nalType(set[0] ?? 0) === NAL.sps);
  const pps = sets.find((set) => nalType(set[0] ?? 0) === NAL.pps);
  if (!sps || !pps) return 'packetization-mode=1';
  const profile = sps.subarray(1, 4).toString('hex').toUpperCase();
  const sprop = `sprop-parameter-sets=${sps.toString('base64')},${pps.toString('base64')}`;
  return `packetization-mode=1;profile-level-id=${profile};${sprop}`;
}

function h265Fmtp(sets: readonly Buffer[]): string | null {
  const [vps, sps, pps] = [NAL_H265.vps, NAL_H265.sps, NAL_H265.pps].map((type) =>
    sets.find((set) => nalTypeOfH265(set[0] ?? 0) === type),
  );
  if (!vps || !sps || !pps) return null;
  const [vpsText, spsText, ppsText] = [vps, sps, pps].map((set) => set.toString('base64'));
  return `sprop-vps=${vpsText};sprop-sps=${spsText};sprop-pps=${ppsText}`;
}

/** Those of `a=fmtp` that are what they claim to be (RFC 6184 8.1, RFC 7798 7.1). */
function parameterSetsOf({ encoding, fmtp }: SdpTrack): Buffer[] {
  const decode = (name: string): Buffer[] =>
    (parameter(fmtp ?? '', name) ?? '').split(',').map((text) => Buffer.from(text, 'base64'));
  if (encoding === 'H264') {
    return decode('sprop-parameter-sets').filter(
      (set) => (nalType(set[0] ?? 0) === NAL.sps && parseSps(set) !== null) || isPps(set),
    );
  }
  const named = { vps: 'sprop-vps', sps: 'sprop-sps', pps: 'sprop-pps' } as const;
  return (['vps', 'sps', 'pps'] as const).flatMap((kind) =>
    decode(named[kind]).filter(
      (set) => set.length > 2 && nalTypeOfH265(set[0] ?? 0) === NAL_H265[kind],
    ),
  );
}

function isPps(set: Buffer): boolean {
  return set.length > 1 && nalType(set[0] ?? 0) === NAL.pps;
}

/** The value of one of the parameters that stand behind each other with semicolons. */
function parameter(fmtp: string, name: string): string | null {
  for (const part of fmtp.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim().toLowerCase() === name) return part.slice(at + 1).trim();
  }
  return null;
}

import type { SdpTrack } from './sdp.ts';

/** RFC 3640: the only way of packing AAC that go2rtc takes apart has lengths of 13 bits. */
const HIGH_RATE_MODE = /aac-hbr/i;
/** ISO/IEC 14496-3, table 1.18: the first five bits say which AAC it is; LC, and LC with SBR or PS in front. */
const AUDIBLE_AAC = new Set([2, 5, 29]);
const AAC_LC = 2;
/** ISO/IEC 14496-3, table 1.18: sampling frequencies by their index. */
const AAC_CLOCKS_HZ = [
  ...[96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000],
  ...[22_050, 16_000, 12_000, 11_025, 8000, 7350],
];
const MOST_CHANNELS = 2;

/**
 * Whether a page hears this sound behind go2rtc: it passes on AAC and Opus, and makes FLAC of G.711 and of samples that are not
 * packed (its `pkg/mp4`, `pkg/pcm`). G.726, G.722, G.722.1, G.729, AAC-LATM and MPEG layer 2 stay silent; asking for them as well
 * would cost a session its picture where the recorder counts tracks.
 */
export function isAudible(track: SdpTrack): boolean {
  if (track.kind !== 'audio' || track.channels > MOST_CHANNELS) return false;
  switch (track.encoding) {
    case 'PCMU':
    case 'PCMA':
    case 'L16':
    case 'PCM':
    case 'OPUS':
      return true;
    case 'MPEG4-GENERIC':
      return soundConfig(track) !== null;
    default:
      return false;
  }
}

/** The format parameters that go2rtc needs for it; null where it needs none, or where AAC is of a kind that it cannot take. */
export function soundConfig(track: SdpTrack): string | null {
  const fmtp = track.fmtp ?? '';
  if (track.encoding !== 'MPEG4-GENERIC') return track.fmtp;
  const mode = /mode\s*=\s*([\w-]+)/i.exec(fmtp)?.[1];
  if (mode !== undefined && !HIGH_RATE_MODE.test(mode)) return null;
  const config = /config\s*=\s*"?([0-9a-f]{4,})/i.exec(fmtp)?.[1] ?? configOf(track);
  if (config === null || !AUDIBLE_AAC.has(Number.parseInt(config.slice(0, 2), 16) >> 3))
    return null;
  const packing = 'mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3';
  return `streamtype=5;profile-level-id=1;${packing};config=${config}`;
}

/** Some leave it out; then it is the ordinary kind with the clock of the rtpmap. */
function configOf({ clockHz, channels }: SdpTrack): string | null {
  const index = AAC_CLOCKS_HZ.indexOf(clockHz);
  if (index < 0) return null;
  const bits = (AAC_LC << 11) | (index << 7) | (channels << 3);
  return bits.toString(16).padStart(4, '0');
}

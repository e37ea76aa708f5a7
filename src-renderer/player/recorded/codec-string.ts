const SPS_TYPE = 7;
const TYPE_BITS = 0x1f;
/** Main profile, level 5.1: the decoder reads what it really is from the pictures. */
const H265 = 'hev1.1.6.L153.B0';

/** What WebCodecs calls the codec of a keyframe in Annex B (RFC 6381, 3.3); null: its parameter sets are missing. */
export function codecString(encoding: 'H264' | 'H265', picture: Uint8Array): string | null {
  if (encoding === 'H265') return H265;
  for (let at = 0; at + 6 < picture.length; at += 1) {
    const isStart = picture[at] === 0 && picture[at + 1] === 0 && picture[at + 2] === 1;
    if (!isStart || ((picture[at + 3] ?? 0) & TYPE_BITS) !== SPS_TYPE) continue;
    const profile = [...picture.subarray(at + 4, at + 7)];
    return `avc1.${profile.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  }
  return null;
}

/** Encoding names of an SDP (RFC 4855 and its registry) whose sound go2rtc packs for MSE: G.711 and linear PCM become FLAC. */
const HEARD = /^(MPEG4-GENERIC|OPUS|PCM[AU]|L16)$/i;
/** What people and recorders' menus call the others. */
const NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^(AAL2-)?G726/i, 'G.726'],
  [/^G7221/i, 'G.722.1'],
  [/^G722/i, 'G.722'],
  [/^G723/i, 'G.723.1'],
  [/^G729/i, 'G.729'],
  [/^MP4A-LATM/i, 'AAC-LATM'],
  [/^MPA/i, 'MPEG layer 2'],
];

/**
 * The format of a sound that cannot be heard here, as people call it; null where it can be, where there is none, and where it is not known.
 * @param soundCodec encoding name of the SDP
 */
export function unheardFormat(soundCodec: string | null): string | null {
  if (soundCodec === null || HEARD.test(soundCodec)) return null;
  return NAMES.find(([pattern]) => pattern.test(soundCodec))?.[1] ?? soundCodec;
}

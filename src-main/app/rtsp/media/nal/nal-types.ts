/** ITU-T H.264, table 7-1, and RFC 6184, table 1. */
export const NAL = {
  slice: 1,
  keyframeSlice: 5,
  sei: 6,
  sps: 7,
  pps: 8,
  delimiter: 9,
  filler: 12,
  aggregate: 24,
  fragment: 28,
} as const;

/** ITU-T H.265, table 7-1, and RFC 7798, 4.4. */
export const NAL_H265 = {
  lastSlice: 9,
  firstKeyframe: 16,
  lastKeyframe: 21,
  vps: 32,
  sps: 33,
  pps: 34,
  delimiter: 35,
  filler: 38,
  prefixSei: 39,
  suffixSei: 40,
  aggregate: 48,
  fragment: 49,
} as const;

/** The type of an H.264 NAL unit, from its first byte. */
export function nalType(header: number): number {
  return header & 0x1f;
}

/** The type of an H.265 NAL unit, from its first byte. */
export function nalTypeOfH265(header: number): number {
  return (header >> 1) & 0x3f;
}

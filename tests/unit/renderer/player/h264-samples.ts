/** NAL units as x264 writes them. */
function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Parameter sets of 640x360, high profile. */
export const HIGH_640_X_360 = bytes('67640016acd30280bfe5c044000003000400000300783c58b4e0');
export const PPS = bytes('68ef8fcb');
/** 640x480, constrained baseline: no order of its own. */
export const BASELINE_640_X_480 = bytes('6742c01eda0280f6c044000003000400000300783c58ba80');
/** 1920x1080 in fields, main profile: 1088 rows of macroblocks, cropped. */
export const FIELDS_1920_X_1080 = bytes('674d4028eca03c0227ef0110000003001000000301e1f162d960');
/** 352x288, constrained baseline. */
export const BASELINE_352_X_288 = bytes('6742c014da05825b0110000003001000000301e0f142aa');
/** 704x576, main profile, pixels of 16:11 by number of the table. */
export const WIDE_PIXELS_704_X_576 = bytes('674d401eda02c049b0410000030001000003001e0f162ea0');
/** 704x576, constrained baseline, pixels of 7:5 in full. */
export const PIXELS_7_5 = bytes('6742c01ed900b0126ffc001c001440000003004000000783c58b92');
/** The same with pixels of 1:9, which no camera has. */
export const PIXELS_1_9 = bytes('6742c01ed900b0126ffc0004002440000003004000000783c58b92');

/** The beginnings of seven slices that go with the first parameter set, as they are sent: I P B B P B B. */
export const SLICES = [
  '658884013fd9674d6278ad3ceb112683',
  '419a263127ba688c9cf3e7678796fe1a',
  '019e42884bffeefd4f4792f566ce011b',
  '019e44884bffeeecabff796335027dac',
  '419a4c312720ebcf8844ae2f361a7ebf',
  '019e68884bffb63bebca17279bc81d72',
  '019e6a884bffb6ad3ad3dff7fff32dfe',
].map(bytes);

import { BitReader } from './bit-reader.ts';

/** ITU-T H.264, table 7-1. */
export const NAL = { slice: 1, keyframeSlice: 5, sps: 7, pps: 8 } as const;

/** What a sequence parameter set (ITU-T H.264, 7.3.2.1.1) says that a player needs. */
export interface SequenceParameters {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Width of a pixel by its height: analogue cameras have pixels that are not square. 1 where nothing, or nothing credible, is said. */
  readonly pixelAspect: number;
  /** Bits of the fields in front of the picture order in a slice header. */
  readonly frameNumberBits: number;
  /** 0 where pictures carry no order of their own, so that they are shown as they come. */
  readonly orderBits: number;
  readonly isFramesOnly: boolean;
  readonly hasColourPlanes: boolean;
}

/** What a slice header (ITU-T H.264, 7.3.3) says that a player needs. */
export interface SliceHeader {
  /** 0 where a picture begins. */
  readonly firstMacroblock: number;
  /** Whether it is made from no other picture. */
  readonly isIntra: boolean;
  /** Whether other pictures are made from this one. */
  readonly isReference: boolean;
  /** Counts reference pictures, and comes round again (`frame_num`). */
  readonly frameNumber: number;
  /** The low bits of its place in the order in which pictures are shown (`pic_order_cnt_lsb`); null where there is none. */
  readonly order: number | null;
}

const SPS_LIMIT_BYTES = 128;
const SLICE_HEADER_LIMIT_BYTES = 24;
/** Profiles whose parameter sets tell the colour format and scaling lists. */
const HIGH_PROFILES = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135]);
const MACROBLOCK_PX = 16;
const SCALING_LISTS = 8;
/** By `aspect_ratio_idc` (ITU-T H.264, table E-1); 0 says nothing. */
const PIXEL_ASPECTS: readonly (readonly [width: number, height: number])[] = [
  ...([
    [1, 1],
    [1, 1],
    [12, 11],
    [10, 11],
    [16, 11],
    [40, 33],
    [24, 11],
    [20, 11],
  ] as const),
  ...([
    [32, 11],
    [80, 33],
    [18, 11],
    [15, 11],
    [64, 33],
    [160, 99],
    [4, 3],
    [3, 2],
    [2, 1],
  ] as const),
];
const ASPECT_IN_NUMBERS = 255;
/** The table goes up to 32:11; beyond it encoders wrote nonsense. */
const MOST_STRETCHED = 4;
const CHROMA_444 = 3;
/** Of a NAL unit's first byte (`nal_ref_idc`). */
const REFERENCE_BITS = 0x60;
/** ITU-T H.264, table 7-6: five types, and the same again for a picture whose slices are all alike. */
const SLICE_TYPES = 5;
const INTRA_SLICE = 2;

/** The type of a NAL unit, from its first byte. */
export function nalType(nal: Uint8Array): number {
  return (nal[0] ?? 0) & 0x1f;
}

/** Reads a parameter set; null where it is torn. */
export function parseSps(nal: Uint8Array): SequenceParameters | null {
  try {
    return readSps(new BitReader(nal, 1, SPS_LIMIT_BYTES));
  } catch {
    return null;
  }
}

/** Reads the header of a slice; null where it is torn. */
export function parseSlice(slice: Uint8Array, sps: SequenceParameters): SliceHeader | null {
  try {
    const reader = new BitReader(slice, 1, SLICE_HEADER_LIMIT_BYTES);
    const firstMacroblock = reader.unsigned();
    const isIntra = reader.unsigned() % SLICE_TYPES === INTRA_SLICE;
    // The picture parameter set.
    reader.unsigned();
    if (sps.hasColourPlanes) reader.bits(2);
    const frameNumber = reader.bits(sps.frameNumberBits);
    if (!sps.isFramesOnly && reader.flag()) reader.flag();
    if (nalType(slice) === NAL.keyframeSlice) reader.unsigned();
    const order = sps.orderBits === 0 ? null : reader.bits(sps.orderBits);
    const isReference = ((slice[0] ?? 0) & REFERENCE_BITS) !== 0;
    return { firstMacroblock, isIntra, isReference, frameNumber, order };
  } catch {
    return null;
  }
}

function readSps(reader: BitReader): SequenceParameters {
  const profile = reader.bits(8);
  reader.bits(16);
  reader.unsigned();
  const chroma = HIGH_PROFILES.has(profile)
    ? readChroma(reader)
    : { format: 1, hasColourPlanes: false };
  const frameNumberBits = reader.unsigned() + 4;
  const orderBits = readOrder(reader);
  reader.unsigned();
  reader.flag();
  const columns = reader.unsigned() + 1;
  const rows = reader.unsigned() + 1;
  const isFramesOnly = reader.flag();
  if (!isFramesOnly) reader.flag();
  reader.flag();
  const crop = reader.flag()
    ? [reader.unsigned(), reader.unsigned(), reader.unsigned(), reader.unsigned()]
    : [];
  const [left = 0, right = 0, top = 0, bottom = 0] = crop;
  const fields = isFramesOnly ? 1 : 2;
  // Cropping counts whole colour samples.
  const stepX = chroma.format === 1 || chroma.format === 2 ? 2 : 1;
  const stepY = (chroma.format === 1 ? 2 : 1) * fields;
  return {
    widthPx: columns * MACROBLOCK_PX - (left + right) * stepX,
    heightPx: rows * MACROBLOCK_PX * fields - (top + bottom) * stepY,
    pixelAspect: readPixelAspect(reader),
    ...{ frameNumberBits, orderBits, isFramesOnly, hasColourPlanes: chroma.hasColourPlanes },
  };
}

/** Stands first in the usability information that may follow (ITU-T H.264, E.1.1). */
function readPixelAspect(reader: BitReader): number {
  const isTold = reader.flag() && reader.flag();
  const kind = isTold ? reader.bits(8) : 0;
  const [width, height] =
    kind === ASPECT_IN_NUMBERS
      ? [reader.bits(16), reader.bits(16)]
      : (PIXEL_ASPECTS[kind] ?? [1, 1]);
  const aspect = width / height;
  return aspect >= 1 / MOST_STRETCHED && aspect <= MOST_STRETCHED ? aspect : 1;
}

function readChroma(reader: BitReader): { format: number; hasColourPlanes: boolean } {
  const format = reader.unsigned();
  const hasColourPlanes = format === CHROMA_444 && reader.flag();
  // Bit depths and the transform bypass.
  reader.unsigned();
  reader.unsigned();
  reader.flag();
  if (reader.flag()) {
    const lists = format === CHROMA_444 ? SCALING_LISTS + 4 : SCALING_LISTS;
    for (let list = 0; list < lists; list += 1) {
      if (reader.flag()) skipScalingList(reader, list < 6 ? 16 : 64);
    }
  }
  return { format, hasColourPlanes };
}

function skipScalingList(reader: BitReader, size: number): void {
  let last = 8;
  let next = 8;
  for (let index = 0; index < size; index += 1) {
    if (next !== 0) next = (last + reader.signed() + 256) % 256;
    if (next !== 0) last = next;
  }
}

/** Only the first way of telling the order is used with B-frames in practice. */
function readOrder(reader: BitReader): number {
  const type = reader.unsigned();
  if (type === 0) return reader.unsigned() + 4;
  if (type === 1) {
    reader.flag();
    reader.signed();
    reader.signed();
    const count = reader.unsigned();
    for (let index = 0; index < count; index += 1) reader.signed();
  }
  return 0;
}

import { BitReader } from './bit-reader.ts';
import { NAL, nalType } from './nal-types.ts';

/** What a sequence parameter set (ITU-T H.264, 7.3.2.1.1) says that is needed to read slice headers. */
export interface SequenceParameters {
  readonly id: number;
  readonly frameNumberBits: number;
  readonly isFramesOnly: boolean;
  readonly hasColourPlanes: boolean;
  readonly macroblocks: number;
}

/** The begin of a slice header (ITU-T H.264, 7.3.3). */
export interface SliceStart {
  readonly isKeyframe: boolean;
  readonly isReference: boolean;
  /** 0 where a picture begins. */
  readonly firstMacroblock: number;
  /** 0 to 9. */
  readonly sliceType: number;
  readonly ppsId: number;
}

/** Which picture a slice belongs to. */
export interface SlicePlace {
  readonly frameNumber: number;
  readonly field: 'none' | 'top' | 'bottom';
}

const SPS_LIMIT_BYTES = 160;
/** Long enough for the codes that are read, with the largest numbers they can hold. */
const HEADER_LIMIT_BYTES = 24;
const REFERENCE_BITS = 0x60;
const LAST_SLICE_TYPE = 9;
const LAST_PPS_ID = 255;
const LAST_SPS_ID = 31;
/** ITU-T H.264, 7.4.2.1.1. */
const MOST_FRAME_NUMBER_BITS = 16;
/** Level 6.2, table A-1. */
const MOST_MACROBLOCKS = 139_264;
/** Profiles whose parameter sets tell the colour format and scaling lists. */
const HIGH_PROFILES = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135]);
/** And those before them: Baseline, Main and Extended. */
const PROFILES = new Set([66, 77, 88, ...HIGH_PROFILES]);
const CHROMA_444 = 3;

/** Reads a parameter set; null where it is torn or says what no encoder says. */
export function parseSps(nal: Uint8Array): SequenceParameters | null {
  try {
    return readSps(new BitReader(nal, 1, SPS_LIMIT_BYTES));
  } catch {
    return null;
  }
}

/** The ids of a picture parameter set and of the SPS it goes with (7.3.2.2); null where there cannot be such. */
export function parsePps(nal: Uint8Array): { id: number; spsId: number } | null {
  try {
    const reader = new BitReader(nal, 1, HEADER_LIMIT_BYTES);
    const id = reader.unsigned();
    const spsId = reader.unsigned();
    return id <= LAST_PPS_ID && spsId <= LAST_SPS_ID ? { id, spsId } : null;
  } catch {
    return null;
  }
}

/**
 * Reads what every slice begins with, whatever its parameter sets say; null where no slice begins like that.
 * @param header the NAL unit's own header, which stands elsewhere in a fragment
 * @param bytes where its payload begins at `from`
 */
export function parseSliceStart(
  header: number,
  bytes: Uint8Array,
  from: number,
): { start: SliceStart; reader: BitReader } | null {
  try {
    const reader = new BitReader(bytes, from, from + HEADER_LIMIT_BYTES);
    const firstMacroblock = reader.unsigned();
    const sliceType = reader.unsigned();
    const ppsId = reader.unsigned();
    if (firstMacroblock >= MOST_MACROBLOCKS) return null;
    if (sliceType > LAST_SLICE_TYPE || ppsId > LAST_PPS_ID) return null;
    const isKeyframe = nalType(header) === NAL.keyframeSlice;
    const isReference = (header & REFERENCE_BITS) !== 0;
    return { start: { isKeyframe, isReference, firstMacroblock, sliceType, ppsId }, reader };
  } catch {
    return null;
  }
}

/** Goes on behind `parseSliceStart`; null where the slice ends there. */
export function readSlicePlace(reader: BitReader, sps: SequenceParameters): SlicePlace | null {
  try {
    if (sps.hasColourPlanes) reader.bits(2);
    const frameNumber = reader.bits(sps.frameNumberBits);
    const isField = !sps.isFramesOnly && reader.flag();
    return { frameNumber, field: isField ? (reader.flag() ? 'bottom' : 'top') : 'none' };
  } catch {
    return null;
  }
}

function readSps(reader: BitReader): SequenceParameters | null {
  const profile = reader.bits(8);
  if (!PROFILES.has(profile)) return null;
  reader.bits(16);
  const id = reader.unsigned();
  const hasColourPlanes = HIGH_PROFILES.has(profile) && readChroma(reader);
  const frameNumberBits = reader.unsigned() + 4;
  skipOrder(reader);
  reader.unsigned();
  reader.flag();
  const columns = reader.unsigned() + 1;
  const rows = reader.unsigned() + 1;
  const isFramesOnly = reader.flag();
  const macroblocks = columns * rows * (isFramesOnly ? 1 : 2);
  if (id > LAST_SPS_ID || frameNumberBits > MOST_FRAME_NUMBER_BITS) return null;
  if (macroblocks > MOST_MACROBLOCKS) return null;
  return { id, frameNumberBits, isFramesOnly, hasColourPlanes, macroblocks };
}

/** Whether the three colours are pictures of their own. */
function readChroma(reader: BitReader): boolean {
  const format = reader.unsigned();
  const hasColourPlanes = format === CHROMA_444 && reader.flag();
  // Bit depths and the transform bypass.
  reader.unsigned();
  reader.unsigned();
  reader.flag();
  if (reader.flag()) {
    const lists = format === CHROMA_444 ? 12 : 8;
    for (let list = 0; list < lists; list += 1) {
      if (reader.flag()) skipScalingList(reader, list < 6 ? 16 : 64);
    }
  }
  return hasColourPlanes;
}

function skipScalingList(reader: BitReader, size: number): void {
  let last = 8;
  let next = 8;
  for (let index = 0; index < size; index += 1) {
    if (next !== 0) next = (last + reader.signed() + 256) % 256;
    if (next !== 0) last = next;
  }
}

function skipOrder(reader: BitReader): void {
  const type = reader.unsigned();
  if (type === 0) reader.unsigned();
  if (type !== 1) return;
  reader.flag();
  reader.signed();
  reader.signed();
  const count = Math.min(reader.unsigned(), 255);
  for (let index = 0; index < count; index += 1) reader.signed();
}

/** NAL unit types of H.264 (ITU-T H.264, table 7-1) that matter for cutting a byte stream into pictures. */
export const NAL_TYPE = { slice: 1, idr: 5, sei: 6, sps: 7, pps: 8, delimiter: 9 } as const;

/** All NAL units of one picture, in order and without start codes. */
export interface AccessUnit {
  readonly nals: readonly Buffer[];
  readonly isKeyframe: boolean;
}

const START_CODE = Buffer.from([0, 0, 1]);
/** first_mb_in_slice is the first field of a slice header; its value 0 is coded as a single 1 bit. */
const FIRST_MACROBLOCK_BIT = 0x80;

/** The type of a NAL unit, from its first byte. */
export function nalType(nal: Buffer): number {
  return nal.readUInt8(0) & 0x1f;
}

/** Cuts an Annex-B byte stream (ITU-T H.264, annex B) at its 3- and 4-byte start codes. */
export function splitNals(stream: Buffer): Buffer[] {
  const nals: Buffer[] = [];
  let start = stream.indexOf(START_CODE);
  while (start !== -1) {
    const begin = start + START_CODE.length;
    const next = stream.indexOf(START_CODE, begin);
    const nal = stream.subarray(
      begin,
      trimZeros(stream, begin, next === -1 ? stream.length : next),
    );
    if (nal.length > 0) nals.push(nal);
    start = next;
  }
  return nals;
}

/** What must be known of a codec to cut its byte stream. */
export interface NalSyntax {
  type(nal: Buffer): number;
  isSlice(type: number): boolean;
  isKeyframe(type: number): boolean;
  /** Parameter sets, SEI and delimiters, which begin a picture when they follow a slice. */
  isPrefix(type: number): boolean;
  /** Where the slice header begins, whose first bit tells the first slice of a picture. */
  readonly headerBytes: number;
}

/** ITU-T H.264, table 7-1. */
export const H264: NalSyntax = {
  type: nalType,
  isSlice: (type) => type >= NAL_TYPE.slice && type <= NAL_TYPE.idr,
  isKeyframe: (type) => type === NAL_TYPE.idr,
  isPrefix: (type) => type >= NAL_TYPE.sei && type <= NAL_TYPE.delimiter,
  headerBytes: 1,
};

/** ITU-T H.265, table 7-1: slices up to 31, those from 16 to 21 can be begun with, parameter sets and SEI from 32 on. */
export const H265: NalSyntax = {
  type: (nal) => (nal.readUInt8(0) >> 1) & 0x3f,
  isSlice: (type) => type < 32,
  isKeyframe: (type) => type >= 16 && type <= 21,
  isPrefix: (type) => type >= 32 && type <= 39,
  headerBytes: 2,
};

/** Groups NAL units into pictures, because all packets of one picture share a timestamp. */
export function splitAccessUnits(stream: Buffer, syntax = H264): AccessUnit[] {
  const units: Buffer[][] = [];
  let current: Buffer[] = [];
  let hasSlice = false;
  for (const nal of splitNals(stream)) {
    if (hasSlice && startsAccessUnit(nal, syntax)) {
      units.push(current);
      current = [];
      hasSlice = false;
    }
    current.push(nal);
    hasSlice ||= syntax.isSlice(syntax.type(nal));
  }
  if (hasSlice) units.push(current);
  return units.map((nals) => ({
    nals,
    isKeyframe: nals.some((nal) => syntax.isKeyframe(syntax.type(nal))),
  }));
}

/** After a slice, a parameter set, SEI or delimiter begins the next picture; so does a slice with macroblock 0. */
function startsAccessUnit(nal: Buffer, syntax: NalSyntax): boolean {
  const type = syntax.type(nal);
  const { headerBytes } = syntax;
  if (!syntax.isSlice(type)) return syntax.isPrefix(type);
  return nal.length > headerBytes && (nal.readUInt8(headerBytes) & FIRST_MACROBLOCK_BIT) !== 0;
}

/** A NAL unit never ends in a zero byte: those are the 4-byte start code's first byte or padding. */
function trimZeros(stream: Buffer, begin: number, end: number): number {
  let last = end;
  while (last > begin && stream[last - 1] === 0) last -= 1;
  return last;
}

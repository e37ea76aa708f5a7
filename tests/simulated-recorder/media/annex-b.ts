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

/** Groups NAL units into pictures, because all packets of one picture share a timestamp. */
export function splitAccessUnits(stream: Buffer): AccessUnit[] {
  const units: Buffer[][] = [];
  let current: Buffer[] = [];
  let hasSlice = false;
  for (const nal of splitNals(stream)) {
    if (hasSlice && startsAccessUnit(nal)) {
      units.push(current);
      current = [];
      hasSlice = false;
    }
    current.push(nal);
    hasSlice ||= isSlice(nal);
  }
  if (hasSlice) units.push(current);
  return units.map((nals) => ({
    nals,
    isKeyframe: nals.some((nal) => nalType(nal) === NAL_TYPE.idr),
  }));
}

function isSlice(nal: Buffer): boolean {
  return nalType(nal) >= NAL_TYPE.slice && nalType(nal) <= NAL_TYPE.idr;
}

/** After a slice, a parameter set, SEI or delimiter begins the next picture; so does a slice with macroblock 0. */
function startsAccessUnit(nal: Buffer): boolean {
  if (isSlice(nal)) return nal.length > 1 && (nal.readUInt8(1) & FIRST_MACROBLOCK_BIT) !== 0;
  return nalType(nal) >= NAL_TYPE.sei && nalType(nal) <= NAL_TYPE.delimiter;
}

/** A NAL unit never ends in a zero byte: those are the 4-byte start code's first byte or padding. */
function trimZeros(stream: Buffer, begin: number, end: number): number {
  let last = end;
  while (last > begin && stream[last - 1] === 0) last -= 1;
  return last;
}

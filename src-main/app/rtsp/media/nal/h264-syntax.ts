import {
  parsePps,
  parseSliceStart,
  parseSps,
  readSlicePlace,
  type SequenceParameters,
} from './h264-headers.ts';
import type { NalKind, NalSyntax, SetNews, SliceReading } from './nal-syntax.ts';
import { NAL, nalType } from './nal-types.ts';

/** A slice whose first fragment is shorter may well be whole, but cannot be read. */
const READABLE_BYTES = 8;
const INTRA_TYPES = new Set([2, 4, 7, 9]);
const HEADER_TYPE_BITS = 0x1f;

/** H.264 in RTP (RFC 6184), without its interleaved modes. */
export class H264Syntax implements NalSyntax {
  readonly headerBytes = 1;
  readonly aggregateType = NAL.aggregate;
  readonly fragmentType = NAL.fragment;
  readonly fragmentTypeBits = 0x1f;
  readonly filler = Buffer.from([NAL.filler, 0xff, 0x80]);
  readonly #sps = new Map<number, { bytes: Buffer; parameters: SequenceParameters }>();
  readonly #pps = new Map<number, { bytes: Buffer; spsId: number }>();

  typeOf(header: number): number {
    return nalType(header);
  }

  kindOf(type: number): NalKind {
    if (type === NAL.slice || type === NAL.keyframeSlice) return 'slice';
    if (type === NAL.sps || type === NAL.pps) return 'set';
    return type === NAL.sei || type === NAL.delimiter ? 'other' : 'unknown';
  }

  headerOf(fragmentHeader: number, type: number): number {
    return (fragmentHeader & ~HEADER_TYPE_BITS) | type;
  }

  learn(nal: Buffer): SetNews {
    return nalType(nal[0] ?? 0) === NAL.sps ? this.#learnSps(nal) : this.#learnPps(nal);
  }

  readSlice(header: number, bytes: Buffer, from: number): SliceReading {
    const read = parseSliceStart(header, bytes, from);
    if (read === null) return bytes.length - from < READABLE_BYTES ? tornSlice(header) : NONSENSE;
    const { firstMacroblock: first, ppsId: setId, isKeyframe, isReference } = read.start;
    const sps = this.#sps.get(this.#pps.get(setId)?.spsId ?? -1)?.parameters;
    if (sps === undefined) return { kind: 'no-sets', isKeyframe, first, setId };
    if (first >= sps.macroblocks) return NONSENSE;
    if (isKeyframe && !INTRA_TYPES.has(read.start.sliceType)) return NONSENSE;
    const { frameNumber, field } = readSlicePlace(read.reader, sps) ?? TORN_PLACE;
    return { kind: 'slice', slice: { isKeyframe, isReference, first, frameNumber, field }, setId };
  }

  #learnSps(nal: Buffer): SetNews {
    const parameters = parseSps(nal);
    if (parameters === null) return 'nonsense';
    const known = this.#sps.get(parameters.id);
    if (known?.bytes.equals(nal)) return 'same';
    this.#sps.set(parameters.id, { bytes: Buffer.from(nal), parameters });
    return known ? 'changed' : 'new';
  }

  #learnPps(nal: Buffer): SetNews {
    const parameters = parsePps(nal);
    // In front of its SPS none is ever sent; of random bits many read like a PPS.
    if (parameters === null || !this.#sps.has(parameters.spsId)) return 'nonsense';
    const known = this.#pps.get(parameters.id);
    if (known?.bytes.equals(nal)) return 'same';
    this.#pps.set(parameters.id, { bytes: Buffer.from(nal), spsId: parameters.spsId });
    return 'new';
  }
}

const NONSENSE: SliceReading = { kind: 'nonsense' };
const TORN_PLACE = { frameNumber: null, field: 'none' } as const;

function tornSlice(header: number): SliceReading {
  const isKeyframe = nalType(header) === NAL.keyframeSlice;
  const slice = { isKeyframe, isReference: true, first: 0, ...TORN_PLACE };
  return { kind: 'slice', slice, setId: 0 };
}

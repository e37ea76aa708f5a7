import { BitReader } from './bit-reader.ts';
import type { NalKind, NalSyntax, SetNews, SliceReading } from './nal-syntax.ts';
import { NAL_H265, nalTypeOfH265 } from './nal-types.ts';

const HEADER_BYTES = 2;
const LAST_PPS_ID = 63;
const LAST_SPS_ID = 15;
const READ_BYTES = 12;
const HEADER_TYPE_BITS = 0x7e;
const LAST_RANDOM_ACCESS = 23;

/** H.265 in RTP (RFC 7798), without the donl fields of its interleaved mode. Slices do not say which picture they belong to. */
export class H265Syntax implements NalSyntax {
  readonly headerBytes = HEADER_BYTES;
  readonly aggregateType = NAL_H265.aggregate;
  readonly fragmentType = NAL_H265.fragment;
  readonly fragmentTypeBits = 0x3f;
  readonly filler = Buffer.from([NAL_H265.filler << 1, 1, 0xff, 0x80]);
  /** By type and id. */
  readonly #sets = new Map<string, Buffer>();

  typeOf(header: number): number {
    return nalTypeOfH265(header);
  }

  kindOf(type: number): NalKind {
    if (type <= NAL_H265.lastSlice || isKeyframe(type)) return 'slice';
    if (type >= NAL_H265.vps && type <= NAL_H265.pps) return 'set';
    return type === NAL_H265.delimiter || type === NAL_H265.prefixSei ? 'other' : 'unknown';
  }

  headerOf(fragmentHeader: number, type: number): number {
    return (fragmentHeader & ~HEADER_TYPE_BITS) | (type << 1);
  }

  learn(nal: Buffer): SetNews {
    const type = nalTypeOfH265(nal[0] ?? 0);
    const id = type === NAL_H265.pps ? ppsId(nal) : 0;
    if (id === null || nal.length <= HEADER_BYTES) return 'nonsense';
    const key = `${type} ${id}`;
    const known = this.#sets.get(key);
    if (known?.equals(nal)) return 'same';
    this.#sets.set(key, Buffer.from(nal));
    return known && type === NAL_H265.sps ? 'changed' : 'new';
  }

  /** ITU-T H.265, 7.3.6.1. */
  readSlice(header: number, bytes: Buffer, from: number): SliceReading {
    try {
      const type = nalTypeOfH265(header);
      const reader = new BitReader(bytes, from, from + READ_BYTES);
      const first = reader.flag() ? 0 : 1;
      if (type >= NAL_H265.firstKeyframe && type <= LAST_RANDOM_ACCESS) reader.flag();
      const setId = reader.unsigned();
      if (setId > LAST_PPS_ID) return { kind: 'nonsense' };
      const isKnown = this.#sets.has(`${NAL_H265.pps} ${setId}`) && this.#sets.has(SPS_KEY);
      if (!isKnown) return { kind: 'no-sets', isKeyframe: isKeyframe(type), first, setId };
      const place = { frameNumber: null, field: 'none', isReference: true } as const;
      return { kind: 'slice', slice: { isKeyframe: isKeyframe(type), first, ...place }, setId };
    } catch {
      return { kind: 'nonsense' };
    }
  }
}

/** Whatever its id: more than one at a time is met nowhere. */
const SPS_KEY = `${NAL_H265.sps} 0`;

function isKeyframe(type: number): boolean {
  return type >= NAL_H265.firstKeyframe && type <= NAL_H265.lastKeyframe;
}

function ppsId(nal: Buffer): number | null {
  try {
    const reader = new BitReader(nal, HEADER_BYTES, READ_BYTES);
    const id = reader.unsigned();
    const spsId = reader.unsigned();
    return id <= LAST_PPS_ID && spsId <= LAST_SPS_ID ? id : null;
  } catch {
    return null;
  }
}

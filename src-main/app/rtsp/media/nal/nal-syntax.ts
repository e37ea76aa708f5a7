/** What becomes of a NAL unit by its type. `unknown` ones go2rtc or a decoder stumble over, or they carry nothing that is shown. */
export type NalKind = 'slice' | 'set' | 'other' | 'unknown';

/** The begin of a slice, as far as it says which picture it belongs to. */
export interface Slice {
  readonly isKeyframe: boolean;
  readonly isReference: boolean;
  /** Counts within the picture; 0 where it begins. */
  readonly first: number;
  /** Null where slices do not tell, or where the NAL unit is torn behind its first bytes. */
  readonly frameNumber: number | null;
  readonly field: 'none' | 'top' | 'bottom';
}

/** How the begin of a slice reads. */
export type SliceReading =
  | { kind: 'slice'; slice: Slice; setId: number }
  /** It refers to parameter sets that never came; `first` and `setId` as they stand there. */
  | { kind: 'no-sets'; isKeyframe: boolean; first: number; setId: number }
  /** Nothing that an encoder writes. */
  | { kind: 'nonsense' };

/** What a parameter set brought. */
export type SetNews = 'same' | 'new' | 'changed' | 'nonsense';

/** What differs between H.264 (RFC 6184) and H.265 (RFC 7798). */
export interface NalSyntax {
  /** Of a NAL unit. */
  readonly headerBytes: number;
  /** A payload that holds several NAL units. */
  readonly aggregateType: number;
  /** A payload that holds a part of one. Its header is followed by one byte of flags and type. */
  readonly fragmentType: number;
  /** Which bits of that byte are the type. */
  readonly fragmentTypeBits: number;
  /** What ends an access unit and is nothing for a decoder: filler data. */
  readonly filler: Buffer;
  typeOf(header: number): number;
  kindOf(type: number): NalKind;
  /** The first byte of the NAL unit that a fragment is a part of. */
  headerOf(fragmentHeader: number, type: number): number;
  learn(nal: Buffer): SetNews;
  /** @param from where the payload behind the NAL unit's header begins */
  readSlice(header: number, bytes: Buffer, from: number): SliceReading;
}

/** RFC 6184, 5.8: the flags in a fragment's second header. */
export const FRAGMENT_START = 0x80;
export const FRAGMENT_END = 0x40;

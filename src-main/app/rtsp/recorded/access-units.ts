import { NAL, NAL_H265, nalType, nalTypeOfH265 } from '../media/nal/nal-types.ts';
import { plainPacket, RTP_HEADER_BYTES, stampOf } from '../media/rtp-packet.ts';

/** Which encodings a recording may have. */
export type VideoEncoding = 'H264' | 'H265';

/** One coded picture. */
export interface AccessUnit {
  /** RTP time of the track. */
  readonly stamp: number;
  readonly isKeyframe: boolean;
  /** Annex B: each NAL unit behind a start code. */
  readonly bytes: Buffer;
}

const START_CODE = Buffer.from([0, 0, 0, 1]);
/** A keyframe of 4K at the highest quality is a quarter of that. */
const MOST_BYTES = 8 * 1024 * 1024;
const LENGTH_BYTES = 2;
const FRAGMENT_START = 0x80;
/** RFC 6184, 5.2, and RFC 7798, 4.4. */
const PACKING = {
  H264: { headerBytes: 1, aggregate: NAL.aggregate, fragment: NAL.fragment },
  H265: { headerBytes: 2, aggregate: NAL_H265.aggregate, fragment: NAL_H265.fragment },
} as const;

/**
 * Puts the pictures of a recording together again from RTP packets (RFC 6184, RFC 7798), which arrive over TCP: in order and all of them. A picture ends where
 * another stamp begins, or with `flush`: markers are set on each slice by some, and never by others. Before the first keyframe nothing comes out; a keyframe without parameter sets gets those of the description.
 */
export class AccessUnits {
  readonly #encoding: VideoEncoding;
  readonly #parameterSets: readonly Buffer[];
  #nals: Buffer[] = [];
  #fragments: Buffer[] = [];
  #bytes = 0;
  #stamp: number | null = null;
  #hasBegun = false;

  constructor(encoding: VideoEncoding, parameterSets: readonly Buffer[]) {
    this.#encoding = encoding;
    this.#parameterSets = parameterSets;
  }

  /** The pictures that this packet completes, mostly none or one. Its bytes may be kept. */
  push(packet: Buffer): AccessUnit[] {
    const plain = plainPacket(packet);
    if (plain === null || plain.length <= RTP_HEADER_BYTES) return [];
    const stamp = stampOf(plain);
    const done = this.#stamp !== null && stamp !== this.#stamp ? this.#end() : [];
    this.#stamp = stamp;
    this.#take(plain.subarray(RTP_HEADER_BYTES));
    if (this.#bytes > MOST_BYTES) this.#drop();
    return done;
  }

  /** The picture that is waiting for the next one's begin: nothing has come for a while. */
  flush(): AccessUnit[] {
    return this.#end();
  }

  #take(payload: Buffer): void {
    const { headerBytes, aggregate, fragment } = PACKING[this.#encoding];
    const type = typeOf(this.#encoding, payload);
    if (type === aggregate) {
      let at = headerBytes;
      while (at + LENGTH_BYTES < payload.length) {
        const from = at + LENGTH_BYTES;
        at = from + payload.readUInt16BE(at);
        this.#add(payload.subarray(from, at));
      }
    } else if (type === fragment) this.#takeFragment(payload, headerBytes);
    else this.#add(payload);
  }

  #takeFragment(payload: Buffer, headerBytes: number): void {
    const head = payload[headerBytes] ?? 0;
    const body = payload.subarray(headerBytes + 1);
    if ((head & FRAGMENT_START) !== 0) {
      this.#joinFragments();
      this.#fragments = [this.#headerOf(payload, head)];
    } else if (this.#fragments.length === 0) return;
    this.#fragments.push(body);
    this.#bytes += body.length;
  }

  /** The NAL unit's own header, of which a fragment has the parts. */
  #headerOf(payload: Buffer, head: number): Buffer {
    const [first = 0, second = 0] = payload;
    return this.#encoding === 'H264'
      ? Buffer.from([(first & 0xe0) | (head & 0x1f)])
      : Buffer.from([(first & 0x81) | ((head & 0x3f) << 1), second]);
  }

  #joinFragments(): void {
    if (this.#fragments.length > 0) this.#nals.push(Buffer.concat(this.#fragments));
    this.#fragments = [];
  }

  #add(nal: Buffer): void {
    this.#joinFragments();
    if (nal.length === 0) return;
    this.#nals.push(nal);
    this.#bytes += nal.length;
  }

  #end(): AccessUnit[] {
    this.#joinFragments();
    const nals = this.#nals;
    const stamp = this.#stamp;
    this.#drop();
    this.#stamp = null;
    if (nals.length === 0 || stamp === null) return [];
    const isKey = nals.some((nal) => isKeyframe(this.#encoding, nal));
    if (!isKey && !this.#hasBegun) return [];
    this.#hasBegun = true;
    const isDescribed = nals.some((nal) => isParameterSet(this.#encoding, nal));
    const all = isKey && !isDescribed ? [...this.#parameterSets, ...nals] : nals;
    const bytes = Buffer.concat(all.flatMap((nal) => [START_CODE, nal]));
    return [{ stamp, isKeyframe: isKey, bytes }];
  }

  #drop(): void {
    this.#nals = [];
    this.#fragments = [];
    this.#bytes = 0;
  }
}

function typeOf(encoding: VideoEncoding, [first = 0]: Buffer): number {
  return encoding === 'H264' ? nalType(first) : nalTypeOfH265(first);
}

function isKeyframe(encoding: VideoEncoding, nal: Buffer): boolean {
  const type = typeOf(encoding, nal);
  if (encoding === 'H264') return type === NAL.keyframeSlice;
  return type >= NAL_H265.firstKeyframe && type <= NAL_H265.lastKeyframe;
}

function isParameterSet(encoding: VideoEncoding, nal: Buffer): boolean {
  return typeOf(encoding, nal) === (encoding === 'H264' ? NAL.sps : NAL_H265.sps);
}

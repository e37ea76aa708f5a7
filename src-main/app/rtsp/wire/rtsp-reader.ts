import { parseHead, type RtspAnswerHead, type RtspRequestHead } from './rtsp-head.ts';

/** One thing that came over an RTSP connection. */
export type RtspInput =
  | ((RtspAnswerHead | RtspRequestHead) & { readonly body: Buffer })
  /** RTP or RTCP between the answers (RFC 2326, 10.12); `payload` is a view of what was received. */
  | { readonly kind: 'packet'; readonly channel: number; readonly payload: Buffer };

const HEAD_LIMIT_BYTES = 16 * 1024;
/** An SDP of 256 kB would describe hundreds of tracks. */
const BODY_LIMIT_BYTES = 256 * 1024;
/** So much that is neither packet nor head is passed over before the other side is given up. */
const NOISE_LIMIT_BYTES = 256 * 1024;
const DOLLAR = 0x24;
const CHANNELS = 32;
/** The version of an answer, or the method of a request and the URL after it. */
const HEAD_START =
  /RTSP\/\d|(?:OPTIONS|DESCRIBE|SETUP|PLAY|PAUSE|TEARDOWN|GET_PARAMETER|SET_PARAMETER|ANNOUNCE|RECORD|REDIRECT) +(?:rtsp|\*|\/)/i;
const PACKET_START = /\$[\x00-\x1f]/;
const LONGEST_START_BYTES = 24;
/** A description says how long it is, or it ends where the next answer begins or nothing more comes. */
const DESCRIPTION = /^application\/sdp\b/i;
const NEXT_ANSWER = /(?<=^|\n)RTSP\/\d/i;
const LF = 0x0a;
const CR = 0x0d;
const PACKET_HEAD_BYTES = 4;

/** What came is no RTSP, or larger than it may be. */
export class NotRtspError extends Error {}

/**
 * Cuts what arrives into answers, requests and packets. Forgiving where servers are careless: heads that end with LF alone, bodies
 * without a length, bytes between packets that belong to nothing. What waits to be complete is bounded by the limits above.
 */
export class RtspReader {
  #pending: Buffer = Buffer.alloc(0);
  #noiseBytes = 0;
  #mayBePacket = false;
  #head: (RtspAnswerHead | RtspRequestHead) | null = null;
  /** Null: it does not say how long its body is. */
  #bodyBytes: number | null = 0;

  /** @throws {NotRtspError} The connection is of no use any more. */
  push(chunk: Buffer): RtspInput[] {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const inputs: RtspInput[] = [];
    for (;;) {
      const input = this.#next();
      if (input === null) return inputs;
      inputs.push(input);
    }
  }

  /** Whether a body of a length that nobody told has begun. */
  get isBodyOpen(): boolean {
    return this.#head !== null && this.#bodyBytes === null && this.#pending.length > 0;
  }

  /** Nothing more is coming: what there is of a body of unknown length is all of it. */
  endBody(): RtspInput[] {
    if (!this.isBodyOpen) return [];
    this.#bodyBytes = this.#pending.length;
    return this.push(Buffer.alloc(0));
  }

  /** From the first SETUP on. Before it a dollar sign is text. */
  expectPackets(): void {
    this.#mayBePacket = true;
  }

  #next(): RtspInput | null {
    if (this.#head !== null) return this.#body(this.#head);
    this.#skipNoise();
    return this.#isPacketStart() ? this.#packet() : this.#readHead();
  }

  #packet(): RtspInput | null {
    if (this.#pending.length < PACKET_HEAD_BYTES) return null;
    const endBytes = PACKET_HEAD_BYTES + this.#pending.readUInt16BE(2);
    if (this.#pending.length < endBytes) return null;
    const channel = this.#pending.readUInt8(1);
    const payload = this.#pending.subarray(PACKET_HEAD_BYTES, endBytes);
    this.#pending = this.#pending.subarray(endBytes);
    this.#noiseBytes = 0;
    return { kind: 'packet', channel, payload };
  }

  #readHead(): RtspInput | null {
    const endBytes = endOfHead(this.#pending);
    if (endBytes === null) {
      if (this.#pending.length > HEAD_LIMIT_BYTES) throw new NotRtspError('a head without an end');
      return null;
    }
    const head = parseHead(this.#pending.toString('latin1', 0, endBytes));
    this.#pending = this.#pending.subarray(endBytes);
    if (head === null) return this.#passOver(endBytes);
    const length = lengthOf(head.headers.first('content-length') ?? '');
    if (Number.isNaN(length) || length < 0 || length > BODY_LIMIT_BYTES) {
      throw new NotRtspError('a body of a length that is none');
    }
    this.#noiseBytes = 0;
    this.#head = head;
    this.#bodyBytes = isOpenEnded(head) ? null : length;
    return this.#body(head);
  }

  #passOver(sizeBytes: number): RtspInput | null {
    this.#countNoise(sizeBytes);
    return this.#next();
  }

  #countNoise(sizeBytes: number): void {
    this.#noiseBytes += sizeBytes;
    if (this.#noiseBytes > NOISE_LIMIT_BYTES) throw new NotRtspError('too much that is no RTSP');
  }

  #body(head: RtspAnswerHead | RtspRequestHead): RtspInput | null {
    const sizeBytes = this.#bodyBytes ?? this.#startOfNextAnswer();
    if (sizeBytes === null || this.#pending.length < sizeBytes) return null;
    const body = this.#pending.subarray(0, sizeBytes);
    this.#pending = this.#pending.subarray(sizeBytes);
    this.#head = null;
    return { ...head, body };
  }

  #startOfNextAnswer(): number | null {
    if (this.#pending.length > BODY_LIMIT_BYTES) throw new NotRtspError('a body without an end');
    return NEXT_ANSWER.exec(this.#pending.toString('latin1'))?.index ?? null;
  }

  /** Goes on where the next packet or head may begin; what could yet become the beginning of one is kept. */
  #skipNoise(): void {
    if (this.#isPacketStart()) return;
    const text = this.#pending.toString('latin1', 0, HEAD_LIMIT_BYTES);
    const found = [HEAD_START, ...(this.#mayBePacket ? [PACKET_START] : [])]
      .map((start) => start.exec(text)?.index)
      .filter((index) => index !== undefined);
    const unfinished = Math.max(0, this.#pending.length - LONGEST_START_BYTES);
    const start = found.length === 0 ? unfinished : Math.min(...found);
    this.#countNoise(start);
    this.#pending = this.#pending.subarray(start);
  }

  /** Sessions have a few tracks of two channels each, so anything larger is text with a dollar sign in it. */
  #isPacketStart(): boolean {
    return this.#mayBePacket && this.#pending[0] === DOLLAR && (this.#pending[1] ?? 0) < CHANNELS;
  }
}

function isOpenEnded(head: RtspAnswerHead | RtspRequestHead): boolean {
  const { headers } = head;
  const told = headers.first('content-length') ?? '';
  const isDescription = DESCRIPTION.test(headers.first('content-type') ?? '');
  return head.kind === 'answer' && isDescription && told.trim() === '';
}

/** Nothing but blanks is no length, and what stands behind the digits is passed over. */
function lengthOf(told: string): number {
  return told.trim() === '' ? 0 : Number.parseInt(told, 10);
}

/** Where the empty line ends that ends a head, whatever its lines end with; null: not here yet. */
function endOfHead(bytes: Buffer): number | null {
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const next = bytes[at + 1] === CR ? at + 2 : at + 1;
    if (bytes[next] === LF) return next + 1;
  }
  return null;
}

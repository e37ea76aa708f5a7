import { ByteQueue } from './byte-queue.ts';
import { type DocumentEnd, JsonEnd, ROOT_WITHIN_BYTES, XmlEnd } from './document-end.ts';
import { isPadding, startOf, without } from './part-body.ts';
import { isField, type PartHead, readHead } from './part-head.ts';
import { STREAM_LIMITS, type StreamLimits, type StreamPart } from './stream-part.ts';

interface HeadStage {
  readonly at: 'head';
  readonly lines: string[];
  sizeBytes: number;
}
/** The head is over, and nothing of the body has come. */
interface BodyStage {
  readonly at: 'body';
  head: PartHead;
}
interface CountedStage {
  readonly at: 'counted';
  readonly head: PartHead;
  readonly kind: StreamPart['kind'];
}
interface DocumentStage {
  readonly at: 'document';
  readonly head: PartHead;
  readonly kind: 'xml' | 'json';
  readonly end: DocumentEnd;
}
/** Until something begins, or so many bytes are over. */
interface SkipStage {
  readonly at: 'skip';
  leftBytes: number;
}
type Stage = HeadStage | BodyStage | CountedStage | DocumentStage | SkipStage;

const PIECE_BYTES = 64 * 1024;
const LF = 0x0a;
const PLAIN_LINE = /^[\x20-\x7e\t]*$/;
const DELIMITER = /^--[\x21-\x7e][\x20-\x7e]{0,199}$/;
/** Shorter ones come by chance within a picture. */
const DELIMITER_MIN_CHARS = 5;
const ANY_DELIMITER = '\n--';
const STARTS = ['<EventNotificationAlert', '<?xml'];
/** More than any of the marks has. */
const MARK_BYTES = 256;

/**
 * Reads the parts of an alert stream from bytes that are cut anywhere. Devices call the boundary one thing and write another, count their bytes
 * wrongly, send the closing boundary in the middle, or no multipart at all. So a document ends where its first element does, the delimiter is
 * the line that was seen, and a told length counts where nothing better is known. Holds a bounded number of bytes whatever comes; parts that
 * are too large or broken are skipped and counted.
 */
export class PartReader {
  readonly #limits: StreamLimits;
  readonly #queue = new ByteQueue();
  #stage: Stage = newHead();
  /** With the line end before it; null: none was seen, or one too short to be told from a picture's bytes. */
  #delimiter: string | null = null;
  /** How much of what waits was searched for it. */
  #searchedBytes = 0;
  #uselessBytes = 0;
  #skipped = 0;

  constructor(limits: StreamLimits = STREAM_LIMITS) {
    this.#limits = limits;
  }

  /** How many parts were left out. */
  get skipped(): number {
    return this.#skipped;
  }

  /** True for a stream that is none: too much came without one whole part. */
  get isUseless(): boolean {
    return this.#uselessBytes > this.#limits.uselessBytes;
  }

  /** How many bytes wait for their end. */
  get heldBytes(): number {
    return this.#queue.bytes.length;
  }

  /** Takes what came and gives back the parts that are whole now. */
  push(chunk: Uint8Array): StreamPart[] {
    const parts: StreamPart[] = [];
    for (let at = 0; at < chunk.length && !this.isUseless; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + PIECE_BYTES);
      this.#queue.push(piece);
      this.#uselessBytes += piece.length;
      while (this.heldBytes > 0 && this.#step(parts));
    }
    return parts;
  }

  /** True when there was enough for a step. */
  #step(parts: StreamPart[]): boolean {
    const bytes = this.#queue.bytes;
    const stage = this.#stage;
    switch (stage.at) {
      case 'head':
        return this.#readLine(stage, bytes);
      case 'body':
        return this.#lookAtBody(stage, bytes);
      case 'counted':
        return this.#readCounted(stage, bytes, parts);
      case 'document':
        return this.#readDocument(stage, bytes, parts);
      case 'skip':
        return this.#skipOn(stage, bytes);
    }
  }

  #readLine(stage: HeadStage, bytes: Buffer): boolean {
    if (stage.lines.length === 0 && isPadding(bytes[0])) return this.#drop(1);
    const start = startOf(bytes);
    if (start === 'wait') return false;
    if (start === 'xml' || start === 'json') return this.#beginBody(readHead(stage.lines));
    const { headBytes } = this.#limits;
    const end = bytes.subarray(0, headBytes).indexOf(LF);
    if (end === -1) return bytes.length >= headBytes && this.#skip(headBytes);
    const line = bytes.toString('latin1', 0, end).trimEnd();
    stage.sizeBytes += end + 1;
    // Its end stays, since what begins next may begin a line.
    if (!PLAIN_LINE.test(line) || stage.sizeBytes > headBytes) return this.#skip(end);
    this.#drop(end + 1);
    if (line === '') return this.#beginBody(readHead(stage.lines));
    if (DELIMITER.test(line)) return this.#beginPart(line);
    if (isField(line)) stage.lines.push(line);
    return true;
  }

  #beginPart(line: string): boolean {
    const isClosing = `\n${line}` === `${this.#delimiter ?? ''}--`;
    if (!isClosing) this.#delimiter = line.length < DELIMITER_MIN_CHARS ? null : `\n${line}`;
    return this.#go(newHead());
  }

  #beginBody(head: PartHead): boolean {
    const isPicture = head.contentType.startsWith('image/');
    return this.#go(isPicture ? { at: 'counted', head, kind: 'picture' } : { at: 'body', head });
  }

  #lookAtBody(stage: BodyStage, bytes: Buffer): boolean {
    const { head } = stage;
    if (head.lengthBytes === 0) return this.#go(newHead());
    const start = startOf(bytes);
    switch (start) {
      case 'wait':
        return false;
      case 'blank':
        stage.head = without(head, 1);
        return this.#drop(1);
      // Nothing, and the next delimiter already.
      case 'dashes':
        return this.#go(newHead());
      case 'xml':
        return this.#go({ at: 'document', head, kind: start, end: new XmlEnd() });
      case 'json':
        return this.#go({ at: 'document', head, kind: start, end: new JsonEnd() });
      case 'wide':
        return this.#go({ at: 'counted', head, kind: 'xml' });
      case 'other':
        return this.#go({ at: 'counted', head, kind: 'other' });
    }
  }

  #readCounted({ head, kind }: CountedStage, bytes: Buffer, parts: StreamPart[]): boolean {
    const most = kind === 'picture' ? this.#limits.pictureBytes : this.#limits.documentBytes;
    const told = head.lengthBytes ?? Infinity;
    if (told === Infinity && this.#delimiter === null) return this.#skip(0);
    if (told !== Infinity && told > most) return this.#skip(0, told);
    const end = this.#delimiterIn(bytes.subarray(0, Math.min(told, most)));
    if (end !== -1) return this.#emit(parts, { kind, head }, end);
    if (bytes.length >= told) return this.#emit(parts, { kind, head }, told);
    return bytes.length >= most && this.#skip(most);
  }

  #readDocument({ head, kind, end }: DocumentStage, bytes: Buffer, parts: StreamPart[]): boolean {
    const most = this.#limits.documentBytes;
    const found = end.find(bytes.subarray(0, most));
    // Only what the judgement is about: where the stream was cut must change nothing.
    const sizeBytes = found === 'broken' ? ROOT_WITHIN_BYTES : (found ?? most);
    // One that broke off must not take the next part with it.
    const nextPart = this.#delimiterIn(bytes.subarray(0, sizeBytes));
    if (nextPart !== -1) return this.#skip(nextPart);
    if (found === 'broken') return this.#skip(ROOT_WITHIN_BYTES);
    if (found !== null) return this.#emit(parts, { kind, head }, found);
    return bytes.length >= most && this.#skip(most);
  }

  #skipOn(stage: SkipStage, bytes: Buffer): boolean {
    const window = bytes.subarray(0, stage.leftBytes);
    const found = [...STARTS, this.#delimiter ?? ANY_DELIMITER]
      .map((mark) => window.indexOf(mark, 0, 'latin1'))
      .filter((at) => at !== -1);
    const isOver = bytes.length >= stage.leftBytes;
    if (found.length > 0 || isOver) {
      this.#drop(found.length > 0 ? Math.min(...found) : stage.leftBytes);
      return this.#go(newHead());
    }
    const useless = Math.max(0, bytes.length - MARK_BYTES);
    this.#drop(useless);
    stage.leftBytes -= useless;
    return false;
  }

  #emit(
    parts: StreamPart[],
    { kind, head }: { kind: StreamPart['kind']; head: PartHead },
    sizeBytes: number,
  ): boolean {
    const bytes = this.#queue.take(sizeBytes);
    this.#uselessBytes = 0;
    if (bytes.length > 0) parts.push({ kind, contentType: head.contentType, bytes });
    return this.#go(newHead());
  }

  /** Leaves a part out: drops what was looked at, and goes on where something begins, or after so many bytes. */
  #skip(lookedAtBytes: number, leftBytes = Infinity): boolean {
    this.#skipped += 1;
    this.#drop(lookedAtBytes);
    return this.#go({ at: 'skip', leftBytes });
  }

  #delimiterIn(window: Buffer): number {
    if (this.#delimiter === null) return -1;
    const from = Math.max(0, this.#searchedBytes - this.#delimiter.length);
    this.#searchedBytes = window.length;
    return window.indexOf(this.#delimiter, from, 'latin1');
  }

  #drop(count: number): true {
    this.#queue.drop(count);
    return true;
  }

  #go(stage: Stage): true {
    this.#stage = stage;
    this.#searchedBytes = 0;
    return true;
  }
}

function newHead(): HeadStage {
  return { at: 'head', lines: [], sizeBytes: 0 };
}

import { joined, startsWithKeyframe } from './fmp4.ts';
import type { BufferedRange } from '../delay/live-edge.ts';

/** More than this waiting means that the decoder takes nothing any more: start over instead of growing. */
export const PENDING_LIMIT_BYTES = 8 * 1024 * 1024;
const BATCH_LIMIT_BYTES = 1024 * 1024;
const KEEP_PLAYED_S = 2;
const KEEP_PLAYED_WHEN_FULL_S = 1;
/** Even unplayed media is dropped beyond this: a hidden page receives and does not play. */
const KEEP_LONGEST_S = 30;
const TRIM_STEP_S = 4;
/** While nobody looks, the newest group of pictures is all that will ever be wanted. */
const KEEP_RESTING_S = 1;
const TRIM_STEP_RESTING_S = 1;
/** Cutting a hair before a keyframe makes this keyframe the first one kept; later cuts would take its whole group. */
const CUT_MARGIN_S = 0.005;

/** One message that waits for its turn. */
interface Chunk {
  readonly bytes: ArrayBuffer;
  readonly isKeyframe: boolean;
}

/** What a buffer reports. */
export interface MseBufferHandlers {
  /** The received media now reaches to this media time, in seconds of the present connection. */
  onGrown?(endS: number): void;
  onBroken(detail: string): void;
}

/** Feeds one SourceBuffer: one operation at a time, everything that arrived meanwhile in one go, old media cut off. */
export class MseBuffer {
  readonly #getPlayheadS: () => number;
  readonly #handlers: MseBufferHandlers;
  readonly #listening = new AbortController();
  #buffer: SourceBuffer | null = null;
  #pending: Chunk[] = [];
  #pendingBytes = 0;
  #ranges: readonly BufferedRange[] = [];
  #keyframesS: number[] = [];
  #lowestAheadS = Infinity;
  #restartMime: string | null = null;
  #connectionStartS: number | null = 0;
  /** True while nobody looks. */
  isResting = false;

  constructor(getPlayheadS: () => number, handlers: MseBufferHandlers) {
    this.#getPlayheadS = getPlayheadS;
    this.#handlers = handlers;
  }

  get ranges(): readonly BufferedRange[] {
    return this.#ranges;
  }

  get isAttached(): boolean {
    return this.#buffer !== null;
  }

  /** Where the newest connection's media begins; null while none of it can be on screen. */
  get connectionStartS(): number | null {
    return this.#connectionStartS;
  }

  attach(buffer: SourceBuffer): void {
    this.#buffer = buffer;
    const { signal } = this.#listening;
    buffer.addEventListener('updateend', () => this.#onUpdateEnd(), { signal });
    buffer.addEventListener('error', () => this.#handlers.onBroken('media refused'), { signal });
    this.#pump();
  }

  /** The connection ended: what is buffered plays out, and is not this stream's presence any more. */
  end(): void {
    this.#connectionStartS = null;
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  /** A new connection follows, whose clock starts at zero: its media is put right behind what is there. */
  restart(mime: string): void {
    this.end();
    this.#restartMime = mime;
    this.#pump();
  }

  append(bytes: ArrayBuffer): void {
    this.#noteAhead();
    this.#pending.push({ bytes, isKeyframe: startsWithKeyframe(bytes) });
    this.#pendingBytes += bytes.byteLength;
    if (this.#pendingBytes > PENDING_LIMIT_BYTES) {
      this.end();
      this.#handlers.onBroken('media arrives faster than it is taken');
      return;
    }
    this.#pump();
  }

  /** The least media that was left to play at any moment since this was last asked. */
  takeLowestAheadMs(): number {
    this.#noteAhead();
    const lowestS = this.#lowestAheadS;
    this.#lowestAheadS = Infinity;
    return Math.max(0, lowestS * 1000);
  }

  dispose(): void {
    this.#listening.abort();
    this.#buffer = null;
    this.end();
  }

  get #endS(): number {
    return this.#ranges.at(-1)?.endS ?? 0;
  }

  #noteAhead(): void {
    this.#lowestAheadS = Math.min(this.#lowestAheadS, this.#endS - this.#getPlayheadS());
  }

  #onUpdateEnd(): void {
    if (!this.#buffer) return;
    const beforeS = this.#endS;
    this.#ranges = toRanges(this.#buffer.buffered);
    // Whoever hears of it may end this buffer.
    if (this.#endS > beforeS && this.#connectionStartS !== null)
      this.#handlers.onGrown?.(this.#endS);
    this.#pump();
  }

  #pump(): void {
    if (!this.#buffer || this.#buffer.updating) return;
    try {
      if (this.#restartMime !== null) this.#applyRestart(this.#buffer, this.#restartMime);
      if (this.#pending.length > 0) this.#appendBatch(this.#buffer);
      else this.#trimAsUsual(this.#buffer);
    } catch (error) {
      this.#handlers.onBroken(error instanceof Error ? error.message : 'media source failed');
    }
  }

  #applyRestart(buffer: SourceBuffer, mime: string): void {
    this.#restartMime = null;
    buffer.abort();
    buffer.changeType(mime);
    buffer.timestampOffset = this.#endS;
    this.#connectionStartS = this.#endS;
  }

  #appendBatch(buffer: SourceBuffer): void {
    const batch = this.#nextBatch();
    const keyframeS = this.#endS;
    try {
      buffer.appendBuffer(
        batch.length === 1 && batch[0]
          ? batch[0].bytes
          : joined(...batch.map(({ bytes }) => new Uint8Array(bytes))),
      );
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      if (!isFull || !this.#trim(buffer, KEEP_PLAYED_WHEN_FULL_S, 0)) throw error;
      return;
    }
    if (batch[0]?.isKeyframe === true) this.#keyframesS.push(keyframeS);
    this.#pending.splice(0, batch.length);
    this.#pendingBytes -= byteLengthOf(batch);
  }

  /** A keyframe opens a new batch, so that its time is known: it is where the buffer ended before. */
  #nextBatch(): Chunk[] {
    const batch: Chunk[] = [];
    let bytes = 0;
    for (const chunk of this.#pending) {
      const isTooMuch = bytes + chunk.bytes.byteLength > BATCH_LIMIT_BYTES;
      if (batch.length > 0 && (chunk.isKeyframe || isTooMuch)) break;
      batch.push(chunk);
      bytes += chunk.bytes.byteLength;
    }
    return batch;
  }

  #trimAsUsual(buffer: SourceBuffer): void {
    if (this.isResting) this.#cutBefore(buffer, this.#endS - KEEP_RESTING_S, TRIM_STEP_RESTING_S);
    else this.#trim(buffer, KEEP_PLAYED_S, TRIM_STEP_S);
  }

  #trim(buffer: SourceBuffer, keepS: number, stepS: number): boolean {
    const keepFromS = Math.max(this.#getPlayheadS() - keepS, this.#endS - KEEP_LONGEST_S);
    return this.#cutBefore(buffer, keepFromS, stepS);
  }

  /** Cuts at a keyframe only: removing part of a group of pictures would take the rest of it away as well. */
  #cutBefore(buffer: SourceBuffer, keepFromS: number, stepS: number): boolean {
    const startS = this.#ranges[0]?.startS;
    if (startS === undefined) return false;
    const cutS = this.#keyframesS.findLast((timeS) => timeS <= keepFromS);
    if (cutS === undefined || cutS - CUT_MARGIN_S <= startS + stepS) return false;
    this.#keyframesS = this.#keyframesS.filter((timeS) => timeS >= cutS);
    buffer.remove(0, cutS - CUT_MARGIN_S);
    return true;
  }
}

function toRanges(buffered: TimeRanges): BufferedRange[] {
  return Array.from({ length: buffered.length }, (_, index) => ({
    startS: buffered.start(index),
    endS: buffered.end(index),
  }));
}

function byteLengthOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
}

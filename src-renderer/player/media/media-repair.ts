import { CodedSizes } from './coded-sizes.ts';
import { parseFragment, writeFragment } from './fmp4.ts';
import type { Fragment } from './fmp4.ts';
import { FrameGaps } from './frame-gaps.ts';
import { NAL, nalType, parseSlice, parseSps } from './h264.ts';
import type { SequenceParameters, SliceHeader } from './h264.ts';
import { codecOfInit, spsOfInit, withFormat, withShape } from './init-segment.ts';
import { SampleClock, TICKS_PER_SECOND } from './sample-clock.ts';

const LENGTH_BYTES = 4;

/**
 * Puts right what go2rtc cannot know when it packs a stream: samples get their true times, pictures of pixels that are not square
 * their true shape, and a picture format that changes in the middle of the stream is announced. What cannot be put right, it tells: missing
 * frames. One for each connection; bytes that it does not understand pass unchanged.
 */
export class MediaRepair {
  readonly #clock = new SampleClock();
  readonly #gaps = new FrameGaps();
  readonly #sizes = new CodedSizes();
  #init: ArrayBuffer | null = null;
  #isVideo = false;
  #spsBytes: Uint8Array | null = null;
  #sps: SequenceParameters | null = null;
  #newestStepMs = 0;
  #order: { low: number; full: number } | null = null;

  /** Whether frames are missing from which the newest picture should have been made. */
  get isDamaged(): boolean {
    return this.#gaps.isDamaged;
  }

  /** Whether the encoder says that nothing changes in its pictures. */
  get isIdle(): boolean {
    return this.#sizes.isIdle;
  }

  /** How long the newest picture lasts. */
  get newestStepMs(): number {
    return this.#newestStepMs;
  }

  /** Packets are missing: a fact that no header need show. */
  noteLoss(): void {
    this.#gaps.noteLoss();
  }

  /**
   * @param nowMs of a monotonic clock
   * @returns what takes the message's place, in order
   */
  repair(bytes: ArrayBuffer, nowMs: number): ArrayBuffer[] {
    const fragment = parseFragment(bytes);
    if (fragment === null) {
      this.#init = bytes;
      this.#isVideo = codecOfInit(bytes) !== null;
      this.#learn(spsOfInit(bytes));
      const sps = this.#sps;
      // go2rtc counts what is cropped of frames made of fields only half, and takes all pixels for square.
      const isRight = sps === null || (sps.pixelAspect === 1 && sps.isFramesOnly);
      return [isRight ? bytes : (withShape(bytes, sps) ?? bytes)];
    }
    this.#sizes.note(fragment.sample.length, fragment.isKeyframe);
    if (!this.#isVideo) {
      const { durationTicks, isKeyframe } = fragment;
      this.#gaps.next({ ticks: durationTicks, isKeyframe, atMs: nowMs }, null, null);
      return [bytes];
    }
    const nals = this.#sps ? splitNals(fragment.sample) : [];
    const announcement = fragment.isKeyframe ? this.#announce(nals) : null;
    const { durationTicks: ticks, isKeyframe } = fragment;
    const slice = this.#firstSlice(nals);
    this.#gaps.next({ ticks, isKeyframe, atMs: nowMs }, slice, this.#sps);
    const order = this.#wholeOrder(slice?.order ?? null, isKeyframe);
    const time = this.#clock.next({ ticks, isKeyframe, order, atMs: nowMs });
    this.#newestStepMs = (time.durationTicks * 1000) / TICKS_PER_SECOND;
    const isRight =
      time.shownAfterTicks === 0 &&
      time.durationTicks === ticks &&
      time.decodeTicks === fragment.decodeTicks;
    const media = isRight ? bytes : writeFragment(fragment, time);
    return announcement ? [announcement, media] : [media];
  }

  #learn(spsBytes: Uint8Array | null): void {
    this.#spsBytes = spsBytes;
    this.#sps = spsBytes && parseSps(spsBytes);
  }

  /** The keyframe's own parameter sets, where they are other ones than before. */
  #announce(nals: readonly Uint8Array[]): ArrayBuffer | null {
    const sps = nals.find((nal) => nalType(nal) === NAL.sps);
    const pps = nals.find((nal) => nalType(nal) === NAL.pps);
    if (!sps || !pps || !this.#init || !this.#spsBytes || isSame(sps, this.#spsBytes)) return null;
    this.#learn(sps.slice());
    return this.#sps && withFormat(this.#init, { ...this.#sps, sps, pps });
  }

  #firstSlice(nals: readonly Uint8Array[]): SliceHeader | null {
    const isSlice = (nal: Uint8Array) =>
      [NAL.slice, NAL.keyframeSlice].some((type) => type === nalType(nal));
    const slice = nals.find(isSlice);
    return this.#sps && slice ? parseSlice(slice, this.#sps) : null;
  }

  /** The order's low bits come round again and again. */
  #wholeOrder(low: number | null, isKeyframe: boolean): number | null {
    if (low === null || this.#sps === null) return null;
    const before = isKeyframe ? null : this.#order;
    const range = 2 ** this.#sps.orderBits;
    const step = before ? ((low - before.low + range + range / 2) % range) - range / 2 : 0;
    this.#order = { low, full: before ? before.full + step : low };
    return this.#order.full;
  }
}

/** A sample's NAL units, each behind its length (ISO 14496-15, 5.3.3.1). */
function splitNals(sample: Fragment['sample']): Uint8Array[] {
  const view = new DataView(sample.buffer, sample.byteOffset, sample.byteLength);
  const nals: Uint8Array[] = [];
  for (let at = 0; at + LENGTH_BYTES < sample.length;) {
    const from = at + LENGTH_BYTES;
    at = from + view.getUint32(at);
    if (at > sample.length) break;
    nals.push(sample.subarray(from, at));
  }
  return nals;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

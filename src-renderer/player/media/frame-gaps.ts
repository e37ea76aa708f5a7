import type { SequenceParameters, SliceHeader } from './h264.ts';
import { LOST_TICKS } from './sample-clock.ts';

/** Of the usual time between two frames: cameras are not exact, and one missing frame makes it two. */
const GAP_RATIO = 1.5;
/** A recorder whose clock stood as well, or that was dialled anew, shows a gap only by when frames come. */
const SILENCE_MS = 1000;

/** One picture as it arrived. */
interface NumberedSample extends Pick<SliceHeader, 'frameNumber' | 'isReference'> {
  /** Since the frame before it, as go2rtc wrote it. */
  readonly ticks: number;
  readonly isKeyframe: boolean;
  /** Date.now() */
  readonly atMs: number;
}

/**
 * Notices that a recorder left frames out, which it does where its network or it itself is too slow: up to the next keyframe a
 * decoder then makes pictures from others than were meant, smears them, and reports nothing.
 */
export class FrameGaps {
  #isDamaged = false;
  /** Of the newest reference picture. */
  #frameNumber: number | null = null;
  #usualTicks = Infinity;
  #lastAtMs = Infinity;

  /** Whether the newest picture is made from one that is missing. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** The next picture, in the order of decoding. */
  next(sample: NumberedSample, sps: SequenceParameters): void {
    const isGap = this.#isNumberMissing(sample, sps) && this.#isTimeMissing(sample);
    this.#isDamaged = !sample.isKeyframe && (this.#isDamaged || isGap);
    if (sample.isReference) this.#frameNumber = sample.frameNumber;
    if (sample.ticks !== LOST_TICKS && !isGap) this.#usualTicks = sample.ticks;
    this.#lastAtMs = sample.atMs;
  }

  /**
   * Each picture has the number after the last reference picture's (ITU-T H.264, 7.4.3); only the second field of a frame has the same.
   * A gap of exactly all numbers that there are (seen: 16) is not noticed.
   */
  #isNumberMissing({ frameNumber, isKeyframe }: NumberedSample, sps: SequenceParameters): boolean {
    if (this.#frameNumber === null || sps.mayLeaveOutFrames) return false;
    const step = (frameNumber - this.#frameNumber) & (2 ** sps.frameNumberBits - 1);
    return step > 1 || (step === 0 && sps.isFramesOnly && !isKeyframe);
  }

  /** Encoders that count in a way of their own would look damaged for ever. */
  #isTimeMissing({ ticks, atMs }: NumberedSample): boolean {
    const isLonger = ticks === LOST_TICKS || ticks > GAP_RATIO * this.#usualTicks;
    return isLonger || atMs - this.#lastAtMs > SILENCE_MS;
  }
}

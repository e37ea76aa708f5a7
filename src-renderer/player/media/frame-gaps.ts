import type { SequenceParameters, SliceHeader } from './h264.ts';
import { LOST_TICKS } from './sample-clock.ts';

/** Of the usual time between two frames: cameras are not exact, and one missing frame makes it two. */
const GAP_RATIO = 1.5;
/** So many frames tell what is usual; a frame that was rightly left out must not. */
const USUAL_FRAMES = 9;
/** A recorder whose clock stood as well, or that was dialled anew, shows a gap only by when frames come. */
const SILENCE_MS = 1000;

/** One sample as it arrived. */
interface TimedSample {
  /** Since the one before it, as go2rtc wrote it. */
  readonly ticks: number;
  readonly isKeyframe: boolean;
  /** Milliseconds of a monotonic clock. */
  readonly atMs: number;
}

/**
 * Notices that a recorder left frames out, which it does where its network or it itself is too slow: up to the next keyframe a
 * decoder then makes pictures from others than were meant, smears them, and reports nothing.
 *
 * Whether an encoder says that its numbers may have gaps means nothing: recorders say so of streams that have none.
 */
export class FrameGaps {
  #isDamaged = false;
  /** Of the newest reference picture. */
  #frameNumber: number | null = null;
  readonly #ticks: number[] = [];
  #lastAtMs = Infinity;

  /** Whether the newest picture is made from one that is missing. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** A frame is missing, or a part of one. */
  noteLoss(): void {
    this.#isDamaged = true;
  }

  /**
   * The next sample, in the order of decoding.
   * @param slice its first one; null where it could not be read
   */
  next(sample: TimedSample, slice: SliceHeader | null, sps: SequenceParameters | null): void {
    // What goes on with the same picture.
    if (slice !== null && slice.firstMacroblock > 0) return;
    const isWhole = sample.isKeyframe || slice?.isIntra === true;
    const isGap = slice !== null && sps !== null && this.#isGap(sample, slice, sps);
    this.#isDamaged = !isWhole && (this.#isDamaged || isGap);
    if (slice === null) this.#frameNumber = null;
    else if (slice.isReference) this.#frameNumber = slice.frameNumber;
    if (sample.ticks !== LOST_TICKS) this.#ticks.push(sample.ticks);
    if (this.#ticks.length > USUAL_FRAMES) this.#ticks.shift();
    this.#lastAtMs = sample.atMs;
  }

  /**
   * Each picture has the number after the last reference picture's (ITU-T H.264, 7.4.3); only the second field of a frame has the same.
   * A gap of exactly as many frames as there are numbers (seen: 16) is not noticed. Numbers alone are not believed: an encoder that
   * counts in a way of its own would look damaged for ever.
   */
  #isGap(sample: TimedSample, { frameNumber }: SliceHeader, sps: SequenceParameters): boolean {
    if (this.#frameNumber === null) return false;
    const step = (frameNumber - this.#frameNumber) & (2 ** sps.frameNumberBits - 1);
    const isLater = this.#isLongerThanUsual(sample) || sample.atMs - this.#lastAtMs > SILENCE_MS;
    // A picture that comes twice has no time of its own, which go2rtc writes like a pause.
    if (step === 0) return sps.isFramesOnly && isLater;
    return step > 1 && (isLater || sample.ticks === LOST_TICKS);
  }

  #isLongerThanUsual({ ticks }: TimedSample): boolean {
    const usualTicks = this.#ticks.toSorted((a, b) => a - b)[Math.floor(this.#ticks.length / 2)];
    return usualTicks !== undefined && ticks > GAP_RATIO * usualTicks;
  }
}

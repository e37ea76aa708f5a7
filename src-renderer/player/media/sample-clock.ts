/** RTP counts video at 90 kHz (RFC 6184, 5.1), and so do go2rtc's fragments. */
export const TICKS_PER_SECOND = 90_000;
/**
 * go2rtc makes a sample's duration from the difference of two RTP timestamps. Where that is negative, nothing, or above one second, this
 * is what it writes instead (its `pkg/mp4` GetPayload): the difference itself is lost, and the next one is shorter by it.
 */
export const LOST_TICKS = TICKS_PER_SECOND / 1000 + 1;
const MS_PER_SECOND = 1000;
/** Nobody waits longer for a picture without being told. */
const LONGEST_GAP_MS = 20_000;

/** One picture as it arrived. */
export interface ArrivedSample {
  /** As go2rtc wrote it. */
  readonly ticks: number;
  readonly isKeyframe: boolean;
  /** Its place among the pictures since the keyframe; null where pictures are shown as they come. */
  readonly order: number | null;
  /** Milliseconds of a monotonic clock. */
  readonly atMs: number;
}

/** When a picture is decoded and shown, in ticks. */
export interface SampleTime {
  readonly decodeTicks: number;
  readonly durationTicks: number;
  /** How long after being decoded it is shown. */
  readonly shownAfterTicks: number;
}

/**
 * Finds the true times of samples again. go2rtc takes RTP timestamps, which say when a picture is *shown*, for the times of
 * decoding: with B-frames its media is longer than time itself (seen: 1.63 s a second), and below one frame a second far shorter.
 */
export class SampleClock {
  #last: (ArrivedSample & { isLost: boolean }) | null = null;
  #decodeTicks = 0;
  /** RTP time of the newest sample, counted from the first. */
  #rtpTicks = 0;
  #usualTicks: number | null = null;
  #ticksPerOrder = 0;
  #smallestStep = Infinity;
  #reorder: Reorder | null = null;

  next(sample: ArrivedSample): SampleTime {
    const isLost = sample.ticks === LOST_TICKS;
    const stepTicks = this.#step(sample, isLost);
    this.#rtpTicks += stepTicks;
    this.#last = { ...sample, isLost };
    if (stepTicks < 0) this.#reorder ??= new Reorder();
    const time = this.#reorder
      ? this.#reorder.place({
          rtpTicks: this.#rtpTicks,
          decodeTicks: this.#decodeTicks,
          isKeyframe: sample.isKeyframe,
          frameTicks: this.#frameTicks,
          pauseTicks: isLost && stepTicks >= TICKS_PER_SECOND ? stepTicks : 0,
        })
      : { durationTicks: Math.max(1, stepTicks), shownAfterTicks: 0 };
    const decodeTicks = this.#decodeTicks;
    this.#decodeTicks += time.durationTicks;
    return { decodeTicks, ...time };
  }

  get #frameTicks(): number {
    return Math.max(1, Math.round(this.#ticksPerOrder * this.#smallestStep));
  }

  /** How much later than the sample before it this one is shown; negative for a B-frame behind its reference. */
  #step(sample: ArrivedSample, isLost: boolean): number {
    const last = this.#last;
    if (last === null) return LOST_TICKS;
    const orderStep =
      sample.isKeyframe || sample.order === null || last.order === null
        ? 0
        : sample.order - last.order;
    if (orderStep !== 0) this.#smallestStep = Math.min(this.#smallestStep, Math.abs(orderStep));
    if (isLost) {
      return orderStep < 0 && this.#ticksPerOrder > 0
        ? Math.round(orderStep * this.#ticksPerOrder)
        : this.#gapTicks(sample.atMs - last.atMs);
    }
    const ticks = sample.ticks + (last.isLost ? LOST_TICKS : 0);
    if (orderStep > 0) this.#ticksPerOrder = ticks / orderStep;
    this.#usualTicks = ticks;
    return ticks;
  }

  /** A pause of more than a second is as long as it took; anything else is a camera that set its clock. */
  #gapTicks(gapMs: number): number {
    if (gapMs >= MS_PER_SECOND || this.#usualTicks === null) {
      const pauseMs = Math.min(Math.max(gapMs, MS_PER_SECOND), LONGEST_GAP_MS);
      this.#usualTicks = Math.round((pauseMs * TICKS_PER_SECOND) / MS_PER_SECOND);
    }
    return this.#usualTicks;
  }
}

/** One picture's place in a stream with B-frames, in ticks. */
interface Place {
  readonly rtpTicks: number;
  readonly decodeTicks: number;
  readonly isKeyframe: boolean;
  /** Where no mean is known yet. */
  readonly frameTicks: number;
  /** For so long nothing came before it; 0 as a rule. */
  readonly pauseTicks: number;
}

/** Spreads the decoding of reordered pictures evenly, and shows none before it can be decoded. */
class Reorder {
  #shiftTicks = 0;
  #frames = 0;
  /** Pauses since the last keyframe. */
  #pausedTicks = 0;
  #meanTicks: number | null = null;
  #lastKeyframe: { rtpTicks: number; leadTicks: number } | null = null;

  place({ rtpTicks, decodeTicks, isKeyframe, frameTicks, pauseTicks }: Place) {
    this.#shiftTicks = Math.max(this.#shiftTicks, decodeTicks - rtpTicks);
    const shownAfterTicks = rtpTicks + this.#shiftTicks - decodeTicks;
    const usualTicks = this.#meanTicks ?? frameTicks;
    // The decoding pauses as well: were it to make up for it, it would run away from the pictures.
    const pausedTicks = Math.max(0, pauseTicks - usualTicks);
    this.#pausedTicks += pausedTicks;
    if (isKeyframe) this.#measure(rtpTicks, shownAfterTicks - pausedTicks);
    this.#frames += 1;
    return { durationTicks: (this.#meanTicks ?? frameTicks) + pausedTicks, shownAfterTicks };
  }

  /** From keyframe to keyframe the mean is known; what the decoding ran ahead or behind is made up for in the next group. */
  #measure(rtpTicks: number, leadTicks: number): void {
    const last = this.#lastKeyframe;
    if (last !== null && this.#frames > 0) {
      const ticks = rtpTicks - last.rtpTicks - this.#pausedTicks + leadTicks - last.leadTicks;
      this.#meanTicks = Math.max(1, Math.round(ticks / this.#frames));
    }
    this.#lastKeyframe = { rtpTicks, leadTicks: last?.leadTicks ?? leadTicks };
    this.#pausedTicks = 0;
    this.#frames = 0;
  }
}

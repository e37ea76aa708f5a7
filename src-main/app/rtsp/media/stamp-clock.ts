const STAMPS = 0x1_0000_0000;
const MS_PER_SECOND = 1000;
/** What is further away is no step but a clock that was set. */
const LONGEST_STEP_S = 10;
/** So many pictures in a row without a step: the sender's clock stands. */
const STANDING_PICTURES = 8;
/** A measurement takes so long and so many pictures. */
const WINDOW_MS = 2000;
const WINDOW_PICTURES = 6;
/** Off real time by more than this is no jitter. */
const OFF_RATIO = 1.25;
/** Measurements that agree are a clock with another rate; a burst after a stall looks alike only once. */
const AGREEING_RATIO = 1.12;
/** So many measurements that were off in different ways, or that were all right, make sure. */
const SURE_WINDOWS = 3;
/** Arrival is uneven: by so much of what it is off a picture is put right. */
const PULL = 0.1;
const LONGEST_PICTURE_MS = 10_000;

/** What was counted since the last measurement. */
interface Measurement {
  ticks: number;
  ms: number;
  pictures: number;
  /** Steps of nothing, and such that are none. */
  useless: number;
}

/**
 * Gives pictures RTP stamps that run at the pace of time where the sender's do not: a clock that stands while pictures change or goes by
 * whole seconds, and one that counts at another rate than it says (RFC 3550, 5.1: video at 90 kHz). Stamps that are about right
 * go through unchanged, with their jitter and their jumps: the player copes with those.
 */
export class StampClock {
  readonly #clockHz: number;
  #mode: 'as-sent' | 'scaled' | 'arrival' = 'as-sent';
  #last: { stamp: number; atMs: number } | null = null;
  /** What was given out last. */
  #out = 0;
  #scale = 1;
  #standing = 0;
  #pictureMs = 0;
  /** By how much what was given out is behind the arrival of pictures. */
  #behindMs = 0;
  #window: Measurement = { ticks: 0, ms: 0, pictures: 0, useless: 0 };
  #lastPace = 0;
  #windowsOff = 0;
  #windowsRight = 0;

  constructor(clockHz: number) {
    this.#clockHz = clockHz;
  }

  /** Whether the sender's stamps are replaced. */
  get isReplacing(): boolean {
    return this.#mode !== 'as-sent';
  }

  /**
   * The next picture.
   * @returns the stamp it goes on with
   */
  next(stamp: number, atMs: number): number {
    const last = this.#last;
    this.#last = { stamp, atMs };
    if (last !== null) this.#step((stamp - last.stamp) | 0, atMs - last.atMs);
    if (last === null || this.#mode === 'as-sent') this.#out = stamp;
    return Math.round(this.#out) % STAMPS;
  }

  #step(signed: number, ms: number): void {
    const isStep = Math.abs(signed) <= LONGEST_STEP_S * this.#clockHz;
    const ticks = isStep ? signed : 0;
    this.#standing = signed === 0 ? this.#standing + 1 : 0;
    const pictureMs = Math.min(ms, LONGEST_PICTURE_MS);
    this.#pictureMs += (pictureMs - this.#pictureMs) * (this.#pictureMs === 0 ? 1 : PULL);
    this.#window.ticks += ticks;
    this.#window.ms += ms;
    this.#window.pictures += 1;
    this.#window.useless += ticks === 0 ? 1 : 0;
    if (this.#standing >= STANDING_PICTURES) this.#switchTo('arrival');
    if (this.#window.ms >= WINDOW_MS && this.#window.pictures >= WINDOW_PICTURES) this.#measure();
    if (this.#mode === 'arrival') this.#go(this.#arrivalTicks(pictureMs));
    else if (this.#mode === 'scaled') this.#go(ticks * this.#scale);
  }

  #arrivalTicks(ms: number): number {
    this.#behindMs += ms;
    const stepMs = Math.max(1, this.#pictureMs + (this.#behindMs - this.#pictureMs) * PULL);
    this.#behindMs -= stepMs;
    return (stepMs * this.#clockHz) / MS_PER_SECOND;
  }

  #go(ticks: number): void {
    this.#out = (((this.#out + ticks) % STAMPS) + STAMPS) % STAMPS;
  }

  #measure(): void {
    const { ticks, ms, pictures, useless } = this.#window;
    this.#window = { ticks: 0, ms: 0, pictures: 0, useless: 0 };
    const pace = (ticks * MS_PER_SECOND) / this.#clockHz / ms;
    const isAgreed = isWithin(pace / this.#lastPace, AGREEING_RATIO);
    this.#lastPace = pace;
    const isUseless = useless > pictures / 2;
    const isRight = !isUseless && isWithin(pace, OFF_RATIO);
    this.#windowsRight = isRight ? this.#windowsRight + 1 : 0;
    this.#windowsOff = isRight ? 0 : this.#windowsOff + 1;
    if (!isUseless && !isRight && isAgreed) {
      this.#scale = 1 / pace;
      this.#switchTo('scaled');
    } else if (isUseless || this.#windowsOff >= SURE_WINDOWS) this.#switchTo('arrival');
    else if (this.#windowsRight >= SURE_WINDOWS) this.#mode = 'as-sent';
  }

  #switchTo(mode: 'scaled' | 'arrival'): void {
    if (this.#mode !== mode) this.#behindMs = 0;
    this.#mode = mode;
  }
}

function isWithin(ratio: number, most: number): boolean {
  return ratio < most && ratio > 1 / most;
}

const STAMPS = 0x1_0000_0000;
const MS_PER_SECOND = 1000;
/** What is further away is no step but a clock that was set. */
const LONGEST_STEP_S = 10;
/** So many pictures in a row with one stamp: the sender's clock stands. */
const STANDING_PICTURES = 8;
/** A measurement takes so long and so many pictures. */
const WINDOW_MS = 2000;
const WINDOW_PICTURES = 6;
/** Off real time by more than this is no jitter; two measurements in a row must agree, since a burst after a stall looks alike. */
const OFF_RATIO = 1.25;
const AGREEING_RATIO = 1.12;
/** Arrival is uneven: by how much of what it is off a picture of a standing clock is put right. */
const PULL = 0.1;
const MOST_PICTURE_MS = 2000;

/**
 * Gives pictures RTP stamps that run at the pace of time where the sender's do not: a clock that stands while pictures change, and one that
 * counts at another rate than it says (RFC 3550, 5.1: video at 90 kHz). Stamps that are about right go through unchanged, with
 * their jitter and their jumps: the player copes with those.
 */
export class StampClock {
  readonly #clockHz: number;
  #last: { stamp: number; atMs: number } | null = null;
  /** What was given out last; null while stamps go through unchanged. */
  #out: number | null = null;
  #scale = 1;
  #standing = 0;
  #pictureMs = 0;
  #behindMs = 0;
  #window = { ticks: 0, ms: 0, pictures: 0 };
  #lastPace: number | null = null;

  constructor(clockHz: number) {
    this.#clockHz = clockHz;
  }

  /** Whether the sender's stamps are replaced. */
  get isReplacing(): boolean {
    return this.#out !== null;
  }

  /**
   * The next picture.
   * @returns the stamp it goes on with
   */
  next(stamp: number, atMs: number): number {
    const last = this.#last;
    this.#last = { stamp, atMs };
    if (last === null) return stamp;
    const signed = (stamp - last.stamp) | 0;
    const isStep = Math.abs(signed) <= LONGEST_STEP_S * this.#clockHz;
    const ticks = isStep ? signed : 0;
    const ms = atMs - last.atMs;
    if (ticks === 0) this.#standing += isStep ? 1 : 0;
    else this.#standing = 0;
    this.#pictureMs += (Math.min(ms, MOST_PICTURE_MS) - this.#pictureMs) * PULL;
    this.#measure(ticks, ms, stamp);
    if (this.#standing >= STANDING_PICTURES) return this.#byArrival(last.stamp, ms);
    if (this.#out === null) return stamp;
    if (this.#scale === 1) return this.#handBack(stamp);
    return this.#emit(this.#out + ticks * this.#scale);
  }

  #byArrival(stamp: number, ms: number): number {
    this.#out ??= stamp;
    this.#behindMs += ms;
    const stepMs = Math.max(1, this.#pictureMs + (this.#behindMs - this.#pictureMs) * PULL);
    this.#behindMs -= stepMs;
    return this.#emit(this.#out + (stepMs * this.#clockHz) / MS_PER_SECOND);
  }

  /** The sender's clock is right again. */
  #handBack(stamp: number): number {
    this.#out = null;
    this.#behindMs = 0;
    return stamp;
  }

  #emit(value: number): number {
    this.#out = ((value % STAMPS) + STAMPS) % STAMPS;
    return Math.round(this.#out) % STAMPS;
  }

  #measure(ticks: number, ms: number, stamp: number): void {
    const { ticks: allTicks, ms: allMs, pictures } = this.#window;
    this.#window = { ticks: allTicks + ticks, ms: allMs + ms, pictures: pictures + 1 };
    if (this.#window.ms < WINDOW_MS || this.#window.pictures < WINDOW_PICTURES) return;
    const pace = (this.#window.ticks * MS_PER_SECOND) / this.#clockHz / this.#window.ms;
    this.#window = { ticks: 0, ms: 0, pictures: 0 };
    const before = this.#lastPace;
    this.#lastPace = pace > 0 ? pace : null;
    if (this.#lastPace === null || before === null || !isWithin(pace / before, AGREEING_RATIO))
      return;
    const isOff = !isWithin(pace, OFF_RATIO);
    if (isOff) this.#out ??= stamp;
    this.#scale = isOff ? 2 / (pace + before) : 1;
  }
}

function isWithin(ratio: number, most: number): boolean {
  return ratio < most && ratio > 1 / most;
}

/**
 * go2rtc sends the cached group of pictures first, about 100 frames a second (seen with its `#gop=1`), and the present
 * follows. Media that grows faster than this is the past.
 */
const PAST_ABOVE_RATE = 2.2;
const WINDOW_MS = 100;
/** No cache takes longer: a stream whose own clock runs that fast is played as it comes. */
const LONGEST_PAST_MS = 5000;

/**
 * Tells when a new connection has passed from the cached past to the present. A source that died leaves its last pictures in
 * the cache, so the end of the past is no proof: only media that arrives at the pace of time is.
 */
export class CatchUp {
  #samples: { atMs: number; endS: number }[] = [];
  #beganAtMs: number | null = null;
  #isOver = false;

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Whether any media has come over this connection. */
  get hasBegun(): boolean {
    return this.#beganAtMs !== null;
  }

  /** A new connection begins. */
  reset(): void {
    this.#samples = [];
    this.#beganAtMs = null;
    this.#isOver = false;
  }

  /** The received media now reaches to `endS`. Returns true once: when this showed that the present is reached. */
  onMedia(nowMs: number, endS: number): boolean {
    if (this.#isOver) return false;
    this.#beganAtMs ??= nowMs;
    const before = this.#samples.findLast(({ atMs }) => nowMs - atMs >= WINDOW_MS);
    this.#samples = [
      ...this.#samples.filter((sample) => sample.atMs >= (before?.atMs ?? 0)),
      { atMs: nowMs, endS },
    ];
    if (!before) return false;
    const rate = ((endS - before.endS) * 1000) / (nowMs - before.atMs);
    this.#isOver = rate < PAST_ABOVE_RATE || nowMs - this.#beganAtMs > LONGEST_PAST_MS;
    return this.#isOver;
  }
}

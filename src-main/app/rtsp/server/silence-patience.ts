/** What go2rtc itself waits for a packet (its RTSP client). */
const USUAL_MS = 5_000;
/** Hikvision's slowest rate is a frame every 16 s; more than two of them missing is no slow stream any more. */
const LONGEST_MS = 45_000;
const INTERVALS_WAITED = 2.5;
const GROWTH = 2.5;
/** From so many pictures on their pace is known. */
const PACE_KNOWN_AT = 3;

/**
 * How long a stream may be silent before its session counts as dead: by its own pace, which a stream of a frame every 16 s shows only over
 * several sessions if each of them were given up after 5 s. Times in milliseconds of a monotonic clock.
 */
export class SilencePatience {
  #patienceMs = USUAL_MS;
  #lastAtMs = 0;
  #pictures = 0;
  #longestGapMs = 0;

  get patienceMs(): number {
    return this.#patienceMs;
  }

  /** A session begins to play. */
  begin(nowMs: number): void {
    this.#lastAtMs = nowMs;
    this.#pictures = 0;
  }

  /** A new picture began to arrive. */
  onPicture(nowMs: number): void {
    if (this.#pictures > 0) {
      // Forgets slowly: one pause of a usual stream is no pace.
      this.#longestGapMs = Math.max(nowMs - this.#lastAtMs, this.#longestGapMs * 0.9);
    }
    this.#pictures += 1;
    this.#lastAtMs = nowMs;
    if (this.#pictures >= PACE_KNOWN_AT) {
      this.#patienceMs = within(this.#longestGapMs * INTERVALS_WAITED);
    }
  }

  /** Whether the session is to be given up. Says so once: then the next one may be silent for longer, if this one had shown too little of its pace. */
  isOver(nowMs: number): boolean {
    if (nowMs - this.#lastAtMs <= this.#patienceMs) return false;
    const isPaceUnknown = this.#pictures > 0 && this.#pictures < PACE_KNOWN_AT;
    if (isPaceUnknown) this.#patienceMs = within(this.#patienceMs * GROWTH);
    return true;
  }
}

function within(patienceMs: number): number {
  return Math.min(Math.max(patienceMs, USUAL_MS), LONGEST_MS);
}

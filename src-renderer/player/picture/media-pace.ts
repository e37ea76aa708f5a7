/** Hikvision's slowest rate is a frame every 16 s. */
const LONGEST_PATIENCE_MS = 40_000;
/** With one frame alone nothing is known; with two of the slowest stream everything is. */
const UNKNOWN_PATIENCE_MS = 20_000;
/** What came at once may be the first of several bursts; the longest that were met are 6 s apart. */
const FIRST_BURST_PATIENCE_MS = 8_000;
const PATIENT_INTERVALS = 2.5;
const LEARNT_GAPS = 7;
/** From so far apart on, frames come so rarely that one might take each of them for the last. */
export const SLOW_FROM_MS = 1000;

/** A burst comes in less than this share of the time for which it lasts, and lasts for more than this share of the time to the next. */
const BURST_SHARE = 0.5;
/** Between frames of a burst no time passes, and so long between bursts. */
const PAUSE_MS = 600;
/** Media that came for so long without a pause comes steadily. */
const STEADY_MS = 1500;
const LEARNT_BURSTS = 3;

/**
 * How far apart the media of a stream arrives, which tells a slow stream from a silent one. The median, so that one silence does not spoil
 * it. Some send the frames of seconds at once and then pause: their pace is that of the bursts. Times in milliseconds of a monotonic clock.
 */
export class MediaPace {
  #gapsMs: number[] = [];
  #lastAtMs: number | null = null;
  /** When the media that has come without a pause began. */
  #runFromMs = 0;
  /** From burst to burst; empty where media comes steadily. */
  #burstsMs: readonly number[] = [];
  /** By how much the media has grown since. */
  #grownMs = 0;

  /** Null where nothing is known. */
  get intervalMs(): number | null {
    return this.#gapsMs.toSorted((a, b) => a - b)[Math.floor(this.#gapsMs.length / 2)] ?? null;
  }

  /** Whether its next frame may well be more than a moment away; 0 while that is not so. */
  get slowIntervalMs(): number {
    const { intervalMs } = this;
    return intervalMs !== null && intervalMs >= SLOW_FROM_MS ? intervalMs : 0;
  }

  /** How far apart its bursts are; 0 where it does not come in bursts. */
  get burstMs(): number {
    return this.slowIntervalMs > 0 ? 0 : Math.max(0, ...this.#burstsMs);
  }

  /** How long it may be silent; what is not known is waited for. */
  get patienceMs(): number {
    const { intervalMs, burstMs } = this;
    if (intervalMs === null) return UNKNOWN_PATIENCE_MS;
    if (burstMs === 0 && this.slowIntervalMs === 0 && this.#isAhead) return FIRST_BURST_PATIENCE_MS;
    return Math.min(LONGEST_PATIENCE_MS, Math.max(intervalMs, burstMs) * PATIENT_INTERVALS);
  }

  /** Another connection begins; the pace is still the stream's. */
  onConnecting(): void {
    this.#lastAtMs = null;
  }

  /** @param stepMs by how much the media grew: more than the time since tells that it comes from a cache, which has no pace */
  onMedia(nowMs: number, stepMs: number): void {
    const gapMs = this.#lastAtMs === null ? null : nowMs - this.#lastAtMs;
    this.#learnBurst(nowMs, gapMs, stepMs);
    this.#lastAtMs = nowMs;
    const isCached = gapMs !== null && stepMs >= SLOW_FROM_MS && gapMs < SLOW_FROM_MS / 2;
    if (gapMs !== null && !isCached) this.#gapsMs = [...this.#gapsMs, gapMs].slice(-LEARNT_GAPS);
  }

  /** Whether far more has come than time has passed: what is next may be due when all of that was shown. */
  get #isAhead(): boolean {
    const runMs = (this.#lastAtMs ?? 0) - this.#runFromMs;
    return this.#grownMs >= PAUSE_MS && this.#grownMs * BURST_SHARE > runMs;
  }

  #learnBurst(nowMs: number, gapMs: number | null, stepMs: number): void {
    if (gapMs === null || gapMs >= PAUSE_MS) {
      const runMs = nowMs - (gapMs ?? 0) - this.#runFromMs;
      const everyMs = runMs + (gapMs ?? 0);
      // What came lasts for the pause after it: nothing was missing.
      const isBurst = gapMs !== null && this.#isAhead && this.#grownMs >= everyMs * BURST_SHARE;
      this.#burstsMs = isBurst ? [...this.#burstsMs, everyMs].slice(-LEARNT_BURSTS) : [];
      this.#runFromMs = nowMs;
      this.#grownMs = 0;
    } else if (nowMs - this.#runFromMs >= Math.max(STEADY_MS, this.burstMs)) {
      this.#burstsMs = [];
    }
    this.#grownMs += Math.max(0, stepMs);
  }
}

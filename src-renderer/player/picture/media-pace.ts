/** Hikvision's slowest rate is a frame every 16 s. */
const LONGEST_PATIENCE_MS = 40_000;
/** With one frame alone nothing is known; with two of the slowest stream everything is. */
const UNKNOWN_PATIENCE_MS = 20_000;
const PATIENT_INTERVALS = 2.5;
const LEARNT_GAPS = 7;
/** From so far apart on, frames come so rarely that one might take each of them for the last. */
export const SLOW_FROM_MS = 1000;

/**
 * How far apart the media of a stream arrives, which tells a slow stream from a silent one. The median, so that one silence does not spoil
 * it. Times in milliseconds of a monotonic clock.
 */
export class MediaPace {
  #gapsMs: number[] = [];
  #lastAtMs: number | null = null;

  /** Null where nothing is known. */
  get intervalMs(): number | null {
    return this.#gapsMs.toSorted((a, b) => a - b)[Math.floor(this.#gapsMs.length / 2)] ?? null;
  }

  /** Whether its next frame may well be more than a moment away; 0 while that is not so. */
  get slowIntervalMs(): number {
    const { intervalMs } = this;
    return intervalMs !== null && intervalMs >= SLOW_FROM_MS ? intervalMs : 0;
  }

  /** How long it may be silent; what is not known is waited for. */
  get patienceMs(): number {
    const { intervalMs } = this;
    if (intervalMs === null) return UNKNOWN_PATIENCE_MS;
    return Math.min(LONGEST_PATIENCE_MS, intervalMs * PATIENT_INTERVALS);
  }

  /** Another connection begins; the pace is still the stream's. */
  onConnecting(): void {
    this.#lastAtMs = null;
  }

  /** @param stepMs by how much the media grew: more than the time since tells that it comes from a cache, which has no pace */
  onMedia(nowMs: number, stepMs: number): void {
    const gapMs = this.#lastAtMs === null ? null : nowMs - this.#lastAtMs;
    this.#lastAtMs = nowMs;
    const isCached = gapMs !== null && stepMs >= SLOW_FROM_MS && gapMs < SLOW_FROM_MS / 2;
    if (gapMs !== null && !isCached) this.#gapsMs = [...this.#gapsMs, gapMs].slice(-LEARNT_GAPS);
  }
}

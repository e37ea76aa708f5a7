import { isStale, NO_FRAMES, withFrame } from './stale-detector.ts';
import type { FrameRhythm } from './stale-detector.ts';
import { STABLE_AFTER_MS } from './reconnect-policy.ts';

/** Recorders send keyframes as rarely as every 10 s, and nothing can be shown before the first. */
const FIRST_FRAME_TIMEOUT_MS = 15_000;
const STALL_RECONNECT_AFTER_MS = 8000;
/** A page that was hidden needs a moment until frames are shown again. */
const VISIBLE_GRACE_MS = 2000;

/** `waiting` and `overdue` for the first frame of a connection; `stalled` is stale for so long that it is broken. */
export type PictureVerdict = 'waiting' | 'overdue' | 'fresh' | 'stable' | 'stale' | 'stalled';

/** Judges one stream's picture by nothing but when frames were shown; it is told the time and keeps no timer. */
export class PictureHealth {
  #rhythm: FrameRhythm = NO_FRAMES;
  #connectingSinceMs = 0;
  #firstFrameAtMs: number | null = null;
  #firstFrameMs: number | null = null;
  #faultAtMs = 0;
  #graceUntilMs = 0;

  /** Of any connection: how old the picture on screen is. */
  get lastFrameAtMs(): number | null {
    return this.#rhythm.lastFrameAtMs;
  }

  /** Of the present connection. */
  get firstFrameAtMs(): number | null {
    return this.#firstFrameAtMs;
  }

  /** From opening the first successful connection to its first frame. */
  get firstFrameMs(): number | null {
    return this.#firstFrameMs;
  }

  onConnecting(nowMs: number): void {
    this.#connectingSinceMs = nowMs;
    this.#firstFrameAtMs = null;
  }

  onFrame(nowMs: number, isFromThisConnection: boolean): void {
    this.#rhythm = withFrame(this.#rhythm, nowMs);
    if (!isFromThisConnection || this.#firstFrameAtMs !== null) return;
    this.#firstFrameAtMs = nowMs;
    this.#firstFrameMs ??= nowMs - this.#connectingSinceMs;
    this.#faultAtMs = nowMs;
  }

  onVisibleAgain(nowMs: number): void {
    this.#graceUntilMs = nowMs + VISIBLE_GRACE_MS;
    this.#connectingSinceMs = Math.max(this.#connectingSinceMs, nowMs);
  }

  verdict(nowMs: number): PictureVerdict {
    if (this.#firstFrameAtMs === null) {
      return nowMs - this.#connectingSinceMs < FIRST_FRAME_TIMEOUT_MS ? 'waiting' : 'overdue';
    }
    if (isStale(this.#rhythm, nowMs, this.#graceUntilMs)) {
      this.#faultAtMs = nowMs;
      const ageMs = nowMs - (this.#rhythm.lastFrameAtMs ?? nowMs);
      return ageMs < STALL_RECONNECT_AFTER_MS ? 'stale' : 'stalled';
    }
    return nowMs - this.#faultAtMs < STABLE_AFTER_MS ? 'fresh' : 'stable';
  }
}

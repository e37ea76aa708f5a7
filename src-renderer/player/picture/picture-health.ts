import { MediaPace } from './media-pace.ts';
import { isStale, NO_FRAMES, staleAfterMs, withFrame } from './stale-detector.ts';
import type { FrameRhythm } from './stale-detector.ts';
import { STABLE_AFTER_MS } from '../connection/reconnect-policy.ts';
import { isStill, UNSEEN, withLook } from './stillness.ts';
import type { Look } from './stillness.ts';

/** Recorders send keyframes as rarely as every 10 s, and nothing can be shown before the first. */
const FIRST_FRAME_TIMEOUT_MS = 15_000;
/** Devices behind slow lines were seen to take 30 s to the first picture. */
const SLOW_EXTRA_MS = 15_000;
/** One that fell silent may still have been silent when it was dialled, and was then dialled again by go2rtc. */
const NEXT_FRAME_TIMEOUT_MS = 20_000;
/**
 * So long after it was called stale a stream is looked into: most silences are shorter, and what goes on by itself need not wait
 * for a keyframe.
 */
const STALL_RECONNECT_AFTER_MS = 3000;
/** While media still comes in, it is the computer that is too slow: connecting anew would only give it more to do. */
const OVERLOAD_RECONNECT_AFTER_MS = 10_000;
/** Recorders send keyframes as rarely as every 10 s, and go2rtc sends nothing before the first. */
const MEDIA_PATIENCE_MS = 10_000;
/** A connection that brought nothing for so long will bring nothing any more. */
const SILENCE_LIMIT_MS = 10_000;
/** Four frames of the slowest stream. */
const SLOW_FRAME_TIMEOUT_MS = 64_000;
const PATIENT_INTERVALS = 2.5;
/** A page that was hidden needs a moment until frames are shown again. */
const VISIBLE_GRACE_MS = 2000;

/**
 * `waiting` and `overdue` for the first frame of a connection; `stalled` is stale for so long that it is broken; `still` has
 * new frames of the same picture.
 */
export type PictureVerdict =
  'waiting' | 'overdue' | 'fresh' | 'stable' | 'still' | 'stale' | 'stalled';

/** Judges one stream's picture by when frames were shown and whether they differ; it is told the time and keeps no timer. */
export class PictureHealth {
  #rhythm: FrameRhythm = NO_FRAMES;
  #connectingSinceMs = 0;
  /** From when on its first picture is waited for. */
  #waitingSinceMs = 0;
  #firstFrameAtMs: number | null = null;
  #firstFrameMs: number | null = null;
  #lastMediaAtMs: number | null = null;
  #faultAtMs = 0;
  #staleSinceMs: number | null = null;
  #graceUntilMs = 0;
  #stillness = UNSEEN;
  #isIdle = false;
  readonly #pace = new MediaPace();

  /** Of any connection: how old the picture on screen is. */
  get lastFrameAtMs(): number | null {
    return this.#rhythm.lastFrameAtMs;
  }

  /** Of the present connection. */
  get firstFrameAtMs(): number | null {
    return this.#firstFrameAtMs;
  }

  /** Whether media comes in, or may be expected any moment: what is shown is then no older than what the buffer holds. */
  isFlowing(nowMs: number): boolean {
    return this.silentForMs(nowMs) <= this.#patienceMs;
  }

  /** How far apart its media is, where that is so far that it must not be taken for silence; else 0. */
  get slowIntervalMs(): number {
    return this.#pace.slowIntervalMs;
  }

  /** How far apart its bursts are, where media comes in bursts; else 0. */
  get burstMs(): number {
    return this.#pace.burstMs;
  }

  /** From opening the first successful connection, or from being woken, to its first frame. */
  get firstFrameMs(): number | null {
    return this.#firstFrameMs;
  }

  /** What is told of a picture; `stillSinceMs`, since when it is the same one, means something while the verdict is `still`. */
  get facts(): { lastFrameAtMs: number | null; stillSinceMs: number; slowIntervalMs: number } {
    const { lastFrameAtMs, slowIntervalMs } = this;
    const stillSinceMs = this.#stillness.scene?.sinceMs ?? this.#stillness.sinceMs;
    return { lastFrameAtMs, stillSinceMs, slowIntervalMs };
  }

  /** Whether the next look must tell a picture that stands from one in which hardly anything moves. */
  get wantsCloseLook(): boolean {
    return this.#stillness.scene !== null;
  }

  /** So long nothing has come in. */
  silentForMs(nowMs: number): number {
    return nowMs - (this.#lastMediaAtMs ?? this.#connectingSinceMs);
  }

  /** Whether media may yet come; a hiccup of a second is no reason to give up. */
  isHopeful(nowMs: number): boolean {
    return this.silentForMs(nowMs) <= Math.max(SILENCE_LIMIT_MS, this.#patienceMs);
  }

  onConnecting(nowMs: number): void {
    this.#lastMediaAtMs = null;
    this.#pace.onConnecting();
    this.#startLooking(nowMs);
  }

  /**
   * @param stepMs by how much the media grew
   * @param isIdle whether the encoder says that nothing changes
   * @returns whether it comes after a silence in which the picture grew old
   */
  onMedia(nowMs: number, stepMs: number, isIdle: boolean): boolean {
    this.#isIdle = isIdle;
    const isReturn = this.#lastMediaAtMs !== null && !this.isFlowing(nowMs);
    this.#pace.onMedia(nowMs, stepMs);
    this.#lastMediaAtMs = nowMs;
    return isReturn;
  }

  /** For so long pictures of this connection have been shown; null before the first. */
  shownForMs(nowMs: number): number | null {
    return this.#firstFrameAtMs === null ? null : nowMs - this.#firstFrameAtMs;
  }

  /** For so long the picture of this connection has been stale; 0 while it is not, and before there is one. */
  staleForMs(nowMs: number): number {
    return this.#staleSinceMs === null ? 0 : nowMs - this.#staleSinceMs;
  }

  /** What is overdue is waited for once more. */
  onPatience(nowMs: number): void {
    this.#waitingSinceMs = nowMs;
  }

  /** The recorder answers, slowly: it gets more time than one of which nothing is heard. */
  onSlow(nowMs: number): void {
    this.#waitingSinceMs = nowMs + SLOW_EXTRA_MS;
  }

  /** The same connection is looked at again after a while in which nobody did. */
  onWoken(nowMs: number): void {
    this.#startLooking(nowMs);
    this.#firstFrameMs = null;
  }

  onLook(nowMs: number, look: Look | null): void {
    this.#stillness = withLook(this.#stillness, nowMs, look);
  }

  onFrame(nowMs: number, mediaTimeS: number, isNews: boolean): void {
    this.#rhythm = withFrame(this.#rhythm, nowMs, mediaTimeS);
    if (!isNews || this.#firstFrameAtMs !== null) return;
    this.#firstFrameAtMs = nowMs;
    this.#firstFrameMs ??= nowMs - this.#connectingSinceMs;
    this.#faultAtMs = nowMs;
  }

  onVisibleAgain(nowMs: number): void {
    this.#graceUntilMs = nowMs + VISIBLE_GRACE_MS;
    this.#waitingSinceMs = Math.max(this.#waitingSinceMs, nowMs);
    this.#stillness = { ...UNSEEN, restsAtMs: this.#stillness.restsAtMs };
  }

  verdict(nowMs: number): PictureVerdict {
    if (this.#firstFrameAtMs === null) {
      // A stream whose pace is known, and which came and then stopped: its connection brings no picture any more.
      const isDry = this.#lastMediaAtMs !== null && this.#rhythm.lastFrameAtMs !== null;
      if (isDry && !this.isFlowing(nowMs)) return 'stalled';
      const timeoutMs =
        this.#rhythm.lastFrameAtMs === null ? FIRST_FRAME_TIMEOUT_MS : NEXT_FRAME_TIMEOUT_MS;
      const waitedMs = nowMs - this.#waitingSinceMs;
      // The next frame of a slow stream is the first that is surely of the present.
      const isSlow = this.#lastMediaAtMs !== null && this.#mayBeSlow && this.isFlowing(nowMs);
      return waitedMs < (isSlow ? SLOW_FRAME_TIMEOUT_MS : timeoutMs) ? 'waiting' : 'overdue';
    }
    // The picture is as old as its media: what the buffer still shows is no news.
    const isStarved = nowMs >= this.#graceUntilMs && !this.isFlowing(nowMs);
    const isOld = nowMs - (this.lastFrameAtMs ?? nowMs) > PATIENT_INTERVALS * this.slowIntervalMs;
    if (isStarved || (isOld && isStale(this.#rhythm, nowMs, this.#graceUntilMs))) {
      this.#staleSinceMs ??= nowMs;
      this.#faultAtMs = nowMs;
      const patienceMs = this.isFlowing(nowMs)
        ? OVERLOAD_RECONNECT_AFTER_MS
        : STALL_RECONNECT_AFTER_MS;
      return nowMs - this.#staleSinceMs < patienceMs ? 'stale' : 'stalled';
    }
    this.#staleSinceMs = null;
    // A quiet scene, as far as anybody can tell.
    if (isStill(this.#stillness) && !this.#isIdle) return 'still';
    return nowMs - this.#faultAtMs < STABLE_AFTER_MS ? 'fresh' : 'stable';
  }

  get #mayBeSlow(): boolean {
    const { intervalMs, slowIntervalMs } = this.#pace;
    return intervalMs === null || slowIntervalMs > 0;
  }

  /** So long it may be silent without being called so. */
  get #patienceMs(): number {
    if (this.#lastMediaAtMs === null) return MEDIA_PATIENCE_MS;
    const usualMs = staleAfterMs(this.#rhythm);
    const hasShown = this.#firstFrameAtMs !== null || this.#rhythm.gapsMs.length > 0;
    if (this.#pace.intervalMs === null && hasShown) return usualMs;
    return Math.max(usualMs, this.#pace.patienceMs);
  }

  #startLooking(nowMs: number): void {
    this.#connectingSinceMs = nowMs;
    this.#waitingSinceMs = nowMs;
    this.#firstFrameAtMs = null;
    this.#staleSinceMs = null;
    this.#stillness = { ...UNSEEN, restsAtMs: this.#stillness.restsAtMs };
  }
}

import { CatchUp } from './catch-up.ts';
import type { ShownFrame } from '../picture/frame-watch.ts';

/** A frame that is no further behind the newest media when the present is reached counts as present. */
const PRESENT_WITHIN_S = 1;

/** Chromium counts in microseconds. */
const ROUNDING_S = 0.0005;

/**
 * Tells the present from the past, which is what go2rtc sends first, from its cache, and what was received while nobody looked:
 * nobody shall see that pass for live.
 */
export class PresentFrames {
  readonly #catchUp = new CatchUp();
  /** Frames before this media time are the past, whenever they are shown. */
  #fromS = Infinity;
  #undecided: ShownFrame | null = null;
  #endS = 0;
  #newestStartS = 0;

  /** Whether any media has come over this connection. */
  get hasMedia(): boolean {
    return this.#catchUp.hasBegun;
  }

  /** Whether the media that comes now is of the present. */
  get isReached(): boolean {
    return this.#catchUp.isOver;
  }

  /** Where the newest media begins. */
  get newestStartS(): number {
    return this.#newestStartS;
  }

  /** A new connection begins. */
  reset(): void {
    this.#catchUp.reset();
    this.#endS = Infinity;
    this.#newestStartS = Infinity;
    this.forget();
  }

  /** All that was received so far may be the past. */
  forget(): void {
    this.#fromS = Infinity;
    this.#undecided = null;
  }

  /** The received media now reaches to `endS`. Returns true once: when this showed that the present is reached. */
  onMedia(nowMs: number, endS: number): boolean {
    this.#newestStartS = Math.min(this.#endS, endS);
    this.#endS = endS;
    return this.#catchUp.onMedia(nowMs, endS);
  }

  /**
   * What was received up to now, but for the last moment, is the past.
   * @returns the newest frame shown so far, which may after all be of the present
   */
  begin(endS: number): ShownFrame | null {
    const undecided = this.#undecided;
    // The newest picture is of the present, however long it lasts.
    this.#fromS = Math.min(endS - PRESENT_WITHIN_S, this.#newestStartS - ROUNDING_S);
    this.#undecided = null;
    return undecided;
  }

  isPast(frame: ShownFrame): boolean {
    if (frame.mediaTimeS >= this.#fromS) return false;
    this.#undecided = frame;
    return true;
  }
}

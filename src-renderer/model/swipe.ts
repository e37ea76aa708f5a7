/** A finger that rests trembles less. */
const LEAST_FINGER_PX = 60;
/** Two fingers on a trackpad travel this far before the page turns. */
const LEAST_WHEEL_PX = 120;
/** A notch of a mouse wheel is 100 or 120, and less where the system's settings slow it down. */
const LEAST_NOTCH_PX = 50;
/** A swipe that runs out goes on sending, without a pause so long. */
const SWIPE_PAUSE_MS = 250;

/** Which page a finger asks for that went this far right and down: the next one lies at the right, and is pulled to the left. */
export function fingerStep(px: number, py: number): 1 | -1 | null {
  if (Math.abs(px) < LEAST_FINGER_PX || !isSideways(px, py)) return null;
  return px < 0 ? 1 : -1;
}

/** Whether a path or a turn of a wheel is meant sideways. */
export function isSideways(px: number, py: number): boolean {
  return Math.abs(px) > 2 * Math.abs(py);
}

/** How far a wheel was turned. */
type WheelTurn = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'shiftKey'>;

/** A wheel turned sideways, by two fingers on a trackpad or with Shift, in px; null: it is meant up or down. */
export function sidewaysPx({ deltaX, deltaY, shiftKey }: WheelTurn): number | null {
  // Most systems turn a wheel with Shift into a sideways one, but not all.
  if (shiftKey && deltaX === 0) return deltaY;
  return isSideways(deltaX, deltaY) ? deltaX : null;
}

/** Two fingers moved sideways on a trackpad, or a wheel with Shift: one page for each swipe, however long it runs out. */
export class WheelSwipe {
  #sumPx = 0;
  #lastAtMs = -Infinity;
  #isSpent = false;

  /**
   * @param atMs of the event, as its `timeStamp`
   * @param isWheel with Shift, which no trackpad needs: one notch is enough
   */
  add(px: number, atMs: number, isWheel = false): 1 | -1 | null {
    if (atMs - this.#lastAtMs > SWIPE_PAUSE_MS) {
      this.#sumPx = 0;
      this.#isSpent = false;
    }
    this.#lastAtMs = atMs;
    this.#sumPx += px;
    if (this.#isSpent || Math.abs(this.#sumPx) < (isWheel ? LEAST_NOTCH_PX : LEAST_WHEEL_PX))
      return null;
    this.#isSpent = true;
    return this.#sumPx > 0 ? 1 : -1;
  }
}

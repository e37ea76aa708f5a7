/** A page that paints asks for an animation frame and gets it well within this time. */
const PAINT_EXPECTED_WITHIN_MS = 1000;

/**
 * Whether the page is being painted. A hidden, minimised or covered window shows no video frames either, and that says
 * nothing about the camera: verdicts wait. `document.hidden` alone is not enough where the shell disables throttling.
 */
export class PageActivity {
  #askedAtMs: number | null = null;

  /** Meant to be called at every tick; several players may call it in the same one. */
  isPainting(nowMs: number): boolean {
    if (document.hidden) return false;
    if (this.#askedAtMs === null) {
      this.#askedAtMs = nowMs;
      requestAnimationFrame(() => (this.#askedAtMs = null));
    }
    return nowMs - this.#askedAtMs < PAINT_EXPECTED_WITHIN_MS;
  }
}

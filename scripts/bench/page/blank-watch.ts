import { hasPictureAt } from './videos.ts';

/** The old picture may go a little after the new one has come; that is looked at too. */
const FRAMES_AFTERWARDS = 10;

/** Looks at one point of the window before each repaint, and remembers for how long there was no picture. */
export class BlankWatch {
  readonly #point: { x: number; y: number } | undefined;
  #longestMs = 0;
  #blankSinceMs: number | undefined;
  #handle = 0;

  constructor(point: { x: number; y: number } | undefined) {
    this.#point = point;
  }

  start(): void {
    if (this.#point) this.#next();
  }

  /** The longest time in milliseconds; whole repaints, so 0 or at least one of them. */
  async finish(): Promise<number> {
    if (!this.#point) return 0;
    for (let frame = 0; frame < FRAMES_AFTERWARDS; frame += 1) await repaint();
    cancelAnimationFrame(this.#handle);
    return this.#longestMs;
  }

  #next(): void {
    this.#handle = requestAnimationFrame((nowMs) => {
      this.#look(nowMs);
      this.#next();
    });
  }

  #look(nowMs: number): void {
    const { x, y } = this.#point ?? { x: 0, y: 0 };
    const isBlank = !hasPictureAt(x, y);
    if (isBlank) this.#blankSinceMs ??= nowMs;
    if (this.#blankSinceMs !== undefined) {
      this.#longestMs = Math.max(this.#longestMs, nowMs - this.#blankSinceMs);
    }
    if (!isBlank) this.#blankSinceMs = undefined;
  }
}

function repaint(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** A tile's stream is dialled at once, unless it runs already; if that one breaks later, its dial is no tile's wish. */
const OPENING_MS = 250;

/** The last dial of a stream, and when a tile opened it since; performance.now(). */
interface PastDial {
  atMs: number;
  openedAtMs: number;
}

/** Remembers a recorder's streams that were dialled: one that dials again by itself has broken off. */
export class DialHistory {
  readonly #dials = new Map<string, PastDial>();

  /** A stream was dialled. */
  note(stream: string): void {
    this.#dials.set(stream, { atMs: performance.now(), openedAtMs: -Infinity });
  }

  /** A tile opens a stream: when it is dialled now, nothing has broken off. */
  expect(stream: string): void {
    const dial = this.#dials.get(stream);
    if (dial) dial.openedAtMs = performance.now();
  }

  /** When a stream was dialled last that dials again though no tile has just asked for it; else null. */
  brokenSinceMs(stream: string): number | null {
    const dial = this.#dials.get(stream);
    if (dial === undefined || performance.now() - dial.openedAtMs <= OPENING_MS) return null;
    return dial.atMs;
  }

  forget(): void {
    this.#dials.clear();
  }
}

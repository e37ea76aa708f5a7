/**
 * Chromium delays WebSockets by 1-5 s x 2^pending / 65536 (`WebSocketPerProcessThrottler`): the sixteenth of a page that
 * opens all at once waits for seconds, one of few for no noticeable time.
 */
const OPENING_LIMIT = 6;
/** Between two streams of one recorder, first tries and retries alike: a burst of 16 logins makes some of them refuse. */
const RECORDER_PAUSE_MS = 30;

interface Entry {
  readonly recorder: number;
  readonly open: () => void;
}

/** Lets only a few sockets of the page connect at the same time, and those of one recorder one after the other. */
export class SocketGate {
  readonly #opening = new Set<Entry>();
  readonly #waiting = new Set<Entry>();
  readonly #openedAtMs = new Map<number, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Calls `open` now or when it is its turn. The returned function must be called once the socket is up or given up. */
  enter(recorder: number, open: () => void): () => void {
    const entry = { recorder, open };
    this.#waiting.add(entry);
    this.#advance();
    return () => {
      const wasWaiting = this.#waiting.delete(entry);
      if (this.#opening.delete(entry) || wasWaiting) this.#advance();
    };
  }

  #advance(): void {
    clearTimeout(this.#timer);
    let soonestMs = Infinity;
    for (const entry of this.#waiting) {
      if (this.#opening.size >= OPENING_LIMIT) return;
      const nowMs = performance.now();
      const readyAtMs = (this.#openedAtMs.get(entry.recorder) ?? -Infinity) + RECORDER_PAUSE_MS;
      if (readyAtMs > nowMs) {
        soonestMs = Math.min(soonestMs, readyAtMs - nowMs);
        continue;
      }
      this.#waiting.delete(entry);
      this.#opening.add(entry);
      this.#openedAtMs.set(entry.recorder, nowMs);
      entry.open();
    }
    if (soonestMs < Infinity) this.#timer = setTimeout(() => this.#advance(), soonestMs);
  }
}

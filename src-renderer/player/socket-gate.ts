/**
 * Chromium delays WebSockets by 1-5 s x 2^pending / 65536 (`WebSocketPerProcessThrottler`): the sixteenth of a page that
 * opens all at once waits for seconds, one of few for no noticeable time.
 */
const OPENING_LIMIT = 6;

/** Lets only a few sockets of the page connect at the same time; a loopback handshake takes milliseconds. */
export class SocketGate {
  readonly #opening = new Set<() => void>();
  readonly #waiting = new Set<() => void>();

  /** Calls `open` now or when it is its turn. The returned function must be called once the socket is up or given up. */
  enter(open: () => void): () => void {
    this.#waiting.add(open);
    this.#advance();
    return () => {
      this.#waiting.delete(open);
      if (this.#opening.delete(open)) this.#advance();
    };
  }

  #advance(): void {
    for (const open of this.#waiting) {
      if (this.#opening.size >= OPENING_LIMIT) return;
      this.#waiting.delete(open);
      this.#opening.add(open);
      open();
    }
  }
}

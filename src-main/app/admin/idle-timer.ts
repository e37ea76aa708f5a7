/** Calls once when nothing has happened for a while. Monotonic, and right even when the timer itself fires late. */
export class IdleTimer {
  readonly #onIdle: () => void;
  #deadlineMs: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onIdle: () => void) {
    this.#onIdle = onIdle;
  }

  /** True from `restart` to `clear`, also when the time is over and the timer has not fired yet. */
  get isSet(): boolean {
    return this.#deadlineMs !== null;
  }

  /** 0 when the time is over or none was set. */
  get leftMs(): number {
    if (this.#deadlineMs === null) return 0;
    return Math.max(0, Math.ceil(this.#deadlineMs - performance.now()));
  }

  restart(ms: number): void {
    clearTimeout(this.#timer);
    this.#deadlineMs = performance.now() + ms;
    this.#timer = setTimeout(this.#onIdle, ms);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#deadlineMs = null;
  }
}

/** Ends a call whose answer does not begin in time, as AbortSignal.timeout would, and lets one that began go on. */
export class HeadDeadline {
  readonly #late = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(timeoutMs: number) {
    const reason = new DOMException('no answer in time', 'TimeoutError');
    this.#timer = setTimeout(() => this.#late.abort(reason), timeoutMs);
  }

  /** Aborted when it is late, or when the other signal is. */
  with(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.#late.signal]);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

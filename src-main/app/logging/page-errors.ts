import type { PageError } from '@contract/models/page-error.ts';
import type { Logger } from './logger.ts';

const WINDOW_MS = 60_000;
/** A component that fails at each render would else fill the log within a night. */
const MOST_IN_WINDOW = 20;

/** Writes what went wrong in the page to main's log, and only so much of it. */
export class PageErrors {
  readonly #log: Logger;
  readonly #now: () => number;
  #windowEndsAtMs = 0;
  #written = 0;
  #leftOut = 0;

  /** @param now a monotonic clock, in ms */
  constructor(log: Logger, now: () => number = () => performance.now()) {
    this.#log = log;
    this.#now = now;
  }

  report({ kind, message, stack }: PageError): void {
    if (this.#now() >= this.#windowEndsAtMs) this.#beginWindow();
    if (this.#written >= MOST_IN_WINDOW) {
      this.#leftOut += 1;
      return;
    }
    this.#written += 1;
    this.#log.error('something went wrong in the page', { kind, message, stack });
  }

  #beginWindow(): void {
    if (this.#leftOut > 0) this.#log.warn('page errors were left out', { count: this.#leftOut });
    this.#windowEndsAtMs = this.#now() + WINDOW_MS;
    this.#written = 0;
    this.#leftOut = 0;
  }
}

import { retryDelayMs } from './reconnect-policy.ts';
import type { RetriedFailure } from './reconnect-policy.ts';

/** The one pending retry of a player, and how many failed before it. */
export class RetryTimer {
  readonly #retry: () => void;
  readonly #random: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(retry: () => void, random: () => number) {
    this.#retry = retry;
    this.#random = random;
  }

  /** Consecutive failures; 0 while all is well. */
  get failures(): number {
    return this.#failures;
  }

  /** Counts a failure and returns after how long the retry comes. */
  scheduleAfterFailure(failure: RetriedFailure): number {
    const delayMs = this.#schedule(this.#failures, failure);
    this.#failures += 1;
    return delayMs;
  }

  /** The failure that was counted last turns out to be another one: its retry comes when that one's would. */
  reschedule(failure: RetriedFailure): number {
    return this.#schedule(Math.max(0, this.#failures - 1), failure);
  }

  /** A fresh start that nobody needs to hear of: the shortest delay, not counted. */
  scheduleSoon(): void {
    this.#schedule(0, { kind: 'offline', reason: 'connection-lost' });
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  forgive(): void {
    this.#failures = 0;
  }

  #schedule(retry: number, failure: RetriedFailure): number {
    this.cancel();
    const delayMs = retryDelayMs(retry, this.#random(), failure);
    this.#timer = setTimeout(this.#retry, delayMs);
    return delayMs;
  }
}

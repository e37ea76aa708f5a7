import type { OfflineReason } from '../player-types.ts';
import { retryDelayMs } from './reconnect-policy.ts';

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
  scheduleAfterFailure(reason: OfflineReason): number {
    const delayMs = this.#schedule(this.#failures, reason);
    this.#failures += 1;
    return delayMs;
  }

  /** A fresh start that nobody needs to hear of: the shortest delay, not counted. */
  scheduleSoon(): void {
    this.#schedule(0, 'connection-lost');
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  forgive(): void {
    this.#failures = 0;
  }

  #schedule(retry: number, reason: OfflineReason): number {
    this.cancel();
    const delayMs = retryDelayMs(retry, this.#random(), reason);
    this.#timer = setTimeout(this.#retry, delayMs);
    return delayMs;
  }
}

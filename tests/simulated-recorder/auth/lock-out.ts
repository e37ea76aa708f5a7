/** Hikvision's usual rule for operators; administrators get 7 tries. */
const TRIES = 5;
const LOCK_MS = 30 * 60_000;
const MS_PER_SECOND = 1000;

/** What a recorder says about its lock, in the units of its own answers. */
export interface LockStatus {
  readonly isLocked: boolean;
  readonly unlockInS: number;
  readonly triesLeft: number;
}

/** Locks the account after too many failed logins; one for the whole recorder, since ISAPI and RTSP share the tries. */
export class LockOut {
  readonly #now: () => number;
  #failures = 0;
  #lockedUntilMs = Number.NEGATIVE_INFINITY;

  /** `now` in milliseconds: a test may turn the clock on instead of waiting. */
  constructor(now: () => number) {
    this.#now = now;
  }

  get isLocked(): boolean {
    return this.#now() < this.#lockedUntilMs;
  }

  get status(): LockStatus {
    const { isLocked } = this;
    const restMs = isLocked ? this.#lockedUntilMs - this.#now() : 0;
    return {
      isLocked,
      unlockInS: Math.ceil(restMs / MS_PER_SECOND),
      triesLeft: isLocked ? 0 : TRIES - this.#failures,
    };
  }

  /** Counts a failed login; the last of the tries locks, and so does every login while locked, right or wrong, from its own time on. */
  countRefused(): void {
    this.#failures += 1;
    if (this.isLocked || this.#failures >= TRIES) this.lock();
  }

  countAccepted(): void {
    this.#failures = 0;
  }

  lock(): void {
    this.#lockedUntilMs = this.#now() + LOCK_MS;
    this.#failures = 0;
  }

  unlock(): void {
    this.#lockedUntilMs = Number.NEGATIVE_INFINITY;
    this.#failures = 0;
  }
}

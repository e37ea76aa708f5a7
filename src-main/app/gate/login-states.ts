import type { NvrLogin } from '@contract/models/nvr-login.ts';

/** Longer than devices lock an account; what is stored was reckoned by a clock that may have been wrong. */
const LONGEST_LOCK_MS = 24 * 60 * 60 * 1000;
/** Less is the unevenness of two clocks. */
const CLOCK_JUMP_MS = 1_000;

/**
 * What is known of each recorder's login. A lock is told and stored by the time of day, but runs by a clock that nobody can set: one
 * set ahead would have the app try too early, which begins the lock anew, and one set back would keep it from trying for days.
 */
export class LoginStates {
  readonly #logins = new Map<number, NvrLogin>();
  /** By `performance.now()`. */
  readonly #locksEndAtMs = new Map<number, number>();

  of(nvrId: number): NvrLogin {
    const login = this.#logins.get(nvrId) ?? { state: 'checking' };
    if (login.state !== 'locked') return login;
    const untilMs = Date.now() + this.#lockLeftMs(nvrId);
    return Math.abs(untilMs - login.untilMs) < CLOCK_JUMP_MS ? login : { state: 'locked', untilMs };
  }

  /** True while the recorder's own lock lasts. */
  isLocked(nvrId: number): boolean {
    return this.#lockLeftMs(nvrId) > 0;
  }

  put(nvrId: number, login: NvrLogin): void {
    this.#logins.set(nvrId, login);
    this.#locksEndAtMs.delete(nvrId);
    if (login.state !== 'locked') return;
    const leftMs = Math.min(login.untilMs - Date.now(), LONGEST_LOCK_MS);
    this.#locksEndAtMs.set(nvrId, performance.now() + leftMs);
  }

  forget(nvrId: number): void {
    this.#logins.delete(nvrId);
    this.#locksEndAtMs.delete(nvrId);
  }

  #lockLeftMs(nvrId: number): number {
    return (this.#locksEndAtMs.get(nvrId) ?? -Infinity) - performance.now();
  }
}

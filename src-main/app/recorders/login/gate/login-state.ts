import type { NvrLogin } from '@contract/models/nvr-login.ts';

/** Longer than devices lock an account; what is stored was reckoned by a clock that may have been wrong. */
const LONGEST_LOCK_MS = 24 * 60 * 60 * 1000;
/** Less is the unevenness of two clocks. */
const CLOCK_JUMP_MS = 1_000;

/**
 * What is known of a recorder's login. A lock is told and stored by the time of day, but runs by a clock that nobody can set: one
 * set ahead would have the app try too early, which begins the lock anew, and one set back would keep it from trying for days.
 */
export class LoginState {
  #login: NvrLogin = { state: 'checking' };
  /** By `performance.now()`. */
  #lockEndsAtMs = -Infinity;

  get now(): NvrLogin {
    const login = this.#login;
    if (login.state !== 'locked') return login;
    const untilMs = Date.now() + this.#lockLeftMs();
    return Math.abs(untilMs - login.untilMs) < CLOCK_JUMP_MS ? login : { state: 'locked', untilMs };
  }

  /** True while the recorder's own lock lasts. */
  get isLocked(): boolean {
    return this.#lockLeftMs() > 0;
  }

  put(login: NvrLogin): void {
    this.#login = login;
    this.#lockEndsAtMs = -Infinity;
    if (login.state !== 'locked') return;
    this.#lockEndsAtMs = performance.now() + Math.min(login.untilMs - Date.now(), LONGEST_LOCK_MS);
  }

  forget(): void {
    this.put({ state: 'checking' });
  }

  #lockLeftMs(): number {
    return this.#lockEndsAtMs - performance.now();
  }
}

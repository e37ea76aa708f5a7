import type { Service } from '../../lifecycle/service.ts';
import type { RecorderLogin } from './recorder-login.ts';

const TICK_MS = 5_000;
/** An accepted login costs the recorder nothing to confirm; more than 3 checks in 10 minutes would look like an attack to some. */
const RECHECK_AFTER_MS = 5 * 60 * 1000;
/** A login that could not be checked at all. */
const RETRY_CHECK_MS = 15_000;

/** What the monitor works with. */
export interface LoginMonitorOptions {
  login: RecorderLogin;
  /** False: nothing is sent to the recorder. */
  isEnabled: () => boolean;
  onError: (error: unknown) => void;
}

/** Keeps what is known of a recorder's login fresh: tries one that is unreachable again, notices a changed password, ends a lock that is over. */
export class LoginMonitor implements Service {
  readonly #options: LoginMonitorOptions;
  /** When an accepted login was confirmed last (performance.now()); starts with the first look at it. */
  #confirmedAtMs: number | null = null;
  #triedAtMs = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | null = null;
  #look: Promise<void> | null = null;

  constructor(options: LoginMonitorOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    const { login } = this.#options;
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
    // At once, while whoever refused is still there: another device in the NVR's place is known by its name, and its leaving by another one.
    this.#unsubscribe ??= login.changed.on(({ state }) => {
      if (state === 'refused') this.#tick();
    });
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    await this.#look;
  }

  /** A look may take longer than a tick, while the recorder times out; then the tick is left out. */
  #tick(): void {
    if (!this.#options.isEnabled()) return;
    this.#look ??= this.#lookAt()
      .catch(this.#options.onError)
      .finally(() => (this.#look = null));
  }

  async #lookAt(): Promise<void> {
    const { login } = this.#options;
    await login.attend();
    switch (login.state.state) {
      case 'accepted':
        await this.#confirm();
        return;
      case 'unreachable':
      case 'locked':
      // Looked at again, which sends nothing: the old certificate may be back.
      case 'certificate-changed':
        if (!login.isBlocked) await login.check();
        return;
      case 'checking':
        this.#tryAgain();
        return;
      case 'refused':
      case 'no-password':
        return;
    }
  }

  /** A check that failed in the app itself, or waits for the keychain, which is asked by nobody else once it answers again. */
  #tryAgain(): void {
    const now = performance.now();
    if (now - this.#triedAtMs < RETRY_CHECK_MS) return;
    this.#triedAtMs = now;
    // Not awaited: it may wait for a person.
    void this.#options.login.check();
  }

  async #confirm(): Promise<void> {
    const now = performance.now();
    const before = this.#confirmedAtMs;
    if (before !== null && now - before < RECHECK_AFTER_MS) return;
    this.#confirmedAtMs = now;
    if (before !== null) await this.#options.login.recheck();
  }
}

import type { DeviceAddress } from './device-url.ts';

/** By then main has looked into a login that was withdrawn, and ended the sessions of one that is no good. */
const LOOKED_INTO_MS = 20_000;
/** More logins than a site has devices; older ones are learnt anew. */
const LOGINS_KEPT = 500;

/**
 * What the sessions of one user at one device know together: sixteen that sign beside each other with a password that was changed a
 * moment ago are sixteen failed logins. It only ever keeps a session from signing; whether one may begin is main's to say.
 */
export class SharedLogin {
  /** Whether one nonce serves several requests; null: not known. Those that serve one are followed by a new one, with or without a word. */
  areNoncesReusable: boolean | null = null;
  #refusedAtMs = -Infinity;
  #withdrawnAtMs = -Infinity;

  /** A session signed for the first time. Devices may refuse one stream only: then others are welcome all the same. */
  tellFirst(isAccepted: boolean): void {
    this.#refusedAtMs = isAccepted ? -Infinity : performance.now();
  }

  /** A login that was accepted is refused, in the same session. */
  withdraw(): void {
    this.#withdrawnAtMs = performance.now();
  }

  /** False: since main let this session go, another one was refused. */
  mayBegin(grantedAtMs: number): boolean {
    return Math.max(this.#refusedAtMs, this.#withdrawnAtMs) < grantedAtMs;
  }

  /** The same for a session whose login was accepted. */
  mayGoOn(acceptedAtMs: number): boolean {
    const isLookedInto = performance.now() - this.#withdrawnAtMs >= LOOKED_INTO_MS;
    return this.#withdrawnAtMs < acceptedAtMs || isLookedInto;
  }
}

/** The logins that one gateway process has used. */
export class SharedLogins {
  readonly #known = new Map<string, SharedLogin>();

  of({ host, port, username }: DeviceAddress & { readonly username: string }): SharedLogin {
    const key = JSON.stringify([host, port, username]);
    const login = this.#known.get(key) ?? new SharedLogin();
    this.#known.delete(key);
    this.#known.set(key, login);
    const [oldest] = this.#known.keys();
    if (this.#known.size > LOGINS_KEPT && oldest !== undefined) this.#known.delete(oldest);
    return login;
  }
}

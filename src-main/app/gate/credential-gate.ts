import type { Kysely } from 'kysely';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import {
  deleteBlockedLogin,
  listBlockedLogins,
  putBlockedLogin,
  type BlockedLogin,
} from '../db/repositories/login-repository.ts';
import type { Schema } from '../db/schema.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { LoginTarget, LoginVerdict } from './verify-login.ts';

/** What the gate works with. */
export interface CredentialGateOptions {
  db: Kysely<Schema>;
  /** Costs at most one failed login. */
  verify: (nvr: LoginTarget, password: string, signal: AbortSignal) => Promise<LoginVerdict>;
  log: Logger;
}

interface RunningCheck {
  abort: AbortController;
  verdict: Promise<LoginVerdict | null>;
}

/**
 * Stands between stored passwords and recorders, which lock an account after a handful of failed logins: nothing is streamed
 * from a recorder before one check accepted the password, and after a refusal nothing is sent until somebody edits it or the lock
 * is over, also over restarts.
 */
export class CredentialGate implements Service {
  /** Tells the id of the recorder whose login state changed. */
  readonly changed = new Emitter<number>();
  readonly #options: CredentialGateOptions;
  readonly #states = new Map<number, NvrLogin>();
  readonly #checks = new Map<number, RunningCheck>();
  #stopping = new AbortController();

  constructor(options: CredentialGateOptions) {
    this.#options = options;
  }

  /** Before go2rtc starts: known refusals must be known by then. */
  async start(): Promise<void> {
    this.#stopping = new AbortController();
    for (const [nvrId, login] of await listBlockedLogins(this.#options.db)) {
      this.#states.set(nvrId, login);
    }
  }

  /** Ends running checks; what they would have learnt does not count. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled([...this.#checks.values()].map((check) => check.verdict));
  }

  stateOf(nvrId: number): NvrLogin {
    return this.#states.get(nvrId) ?? { state: 'checking' };
  }

  /** True when the recorder may be asked for streams: checks now, unless it is known to refuse. Calls at once share one check. */
  async admit(nvr: Nvr, password: string): Promise<boolean> {
    if (this.isBlocked(nvr.id)) return false;
    const verdict = await this.#check(nvr, password);
    if (verdict === null) return false;
    await this.#note(nvr.id, verdict);
    return verdict.state === 'accepted';
  }

  /**
   * Asks again while streams play. Only a refusal changes anything: a recorder that does not answer for a moment is still
   * logged in to, and ending its streams would help nobody.
   */
  async recheck(nvr: Nvr, password: string): Promise<void> {
    if (this.isBlocked(nvr.id)) return;
    const verdict = await this.#check(nvr, password);
    if (verdict !== null && verdict.state !== 'unreachable') await this.#note(nvr.id, verdict);
  }

  /** There is nothing to log in with. */
  async markPasswordMissing(nvrId: number): Promise<void> {
    await this.#note(nvrId, { state: 'no-password' });
  }

  /** A refusal that was learnt earlier, for a recorder that comes back from a backup. */
  async markBlocked(nvrId: number, login: BlockedLogin): Promise<void> {
    await this.#note(nvrId, login);
  }

  /** A new password, or no recorder any more: what was learnt about the old one does not count. */
  async forget(nvrId: number): Promise<void> {
    this.#checks.get(nvrId)?.abort.abort();
    this.#checks.delete(nvrId);
    await deleteBlockedLogin(this.#options.db, nvrId);
    this.#states.delete(nvrId);
    this.changed.emit(nvrId);
  }

  /** True while nothing may be sent to the recorder. A lock that is over by the recorder's own account may be tried. */
  isBlocked(nvrId: number): boolean {
    const login = this.stateOf(nvrId);
    return login.state === 'refused' || (login.state === 'locked' && login.untilMs > Date.now());
  }

  /** Resolves with null when what it asked about was forgotten meanwhile. */
  #check(nvr: Nvr, password: string): Promise<LoginVerdict | null> {
    const running = this.#checks.get(nvr.id);
    if (running) return running.verdict;
    const abort = new AbortController();
    const signal = AbortSignal.any([this.#stopping.signal, abort.signal]);
    const verdict = this.#options
      .verify(nvr, password, signal)
      .then((learnt) => (signal.aborted ? null : learnt))
      .finally(() => {
        if (this.#checks.get(nvr.id)?.abort === abort) this.#checks.delete(nvr.id);
      });
    this.#checks.set(nvr.id, { abort, verdict });
    return verdict;
  }

  async #note(nvrId: number, login: NvrLogin): Promise<void> {
    const before = this.stateOf(nvrId);
    this.#states.set(nvrId, login);
    if (login.state === 'refused' || login.state === 'locked') {
      this.#options.log.warn('a recorder refused the login', { nvr: nvrId, ...login });
      await putBlockedLogin(this.#options.db, nvrId, login);
    } else if (login.state === 'accepted') {
      await deleteBlockedLogin(this.#options.db, nvrId);
    }
    // A lock that began anew ends at another time, which the page shows.
    if (before.state !== login.state || login.state === 'locked') this.changed.emit(nvrId);
  }
}

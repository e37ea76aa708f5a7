import type { Kysely } from 'kysely';
import { listNvrs } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import type { CredentialGate } from './credential-gate.ts';
import type { CredentialCache } from './credential-cache.ts';

const TICK_MS = 5_000;
/** An accepted login costs the recorder nothing to confirm; more than 3 checks in 10 minutes would look like an attack to some. */
const RECHECK_AFTER_MS = 5 * 60 * 1000;
/** A login that could not be checked at all. */
const RETRY_CHECK_MS = 15_000;

/** What the monitor works with. */
export interface LoginMonitorOptions {
  db: Kysely<Schema>;
  gate: CredentialGate;
  logins: CredentialCache;
  log: Logger;
}

/** Keeps the gate's knowledge fresh: checks every login at the start, tries unreachable recorders again, notices a changed password, ends a lock that is over. */
export class LoginMonitor implements Service {
  readonly #options: LoginMonitorOptions;
  /** When an accepted login was confirmed last; starts with the first look at it. */
  readonly #confirmedAtMs = new Map<number, number>();
  readonly #triedAtMs = new Map<number, number>();
  #timer: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | null = null;
  #round: Promise<void> | null = null;

  constructor(options: LoginMonitorOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    // Not awaited, here or in stop: a keychain may take until somebody unlocks it.
    void this.#options.logins.checkAll();
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
    this.#unsubscribe ??= this.#options.gate.changed.on((nvrId) => this.#onChanged(nvrId));
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    await this.#round;
  }

  /** At once, while whoever refused is still there: another device in the NVR's place is known by its name, and its leaving by another one. */
  #onChanged(nvrId: number): void {
    if (this.#options.gate.stateOf(nvrId).state === 'refused') this.#tick();
  }

  /** A round may take longer than a tick, while recorders time out; then the tick is left out. */
  #tick(): void {
    this.#round ??= this.#look()
      .catch((error: unknown) => this.#options.log.error('checking logins failed', { error }))
      .finally(() => (this.#round = null));
  }

  async #look(): Promise<void> {
    const nvrs = await listNvrs(this.#options.db);
    const enabled = nvrs.filter((nvr) => nvr.isEnabled);
    await Promise.all(enabled.map((nvr) => this.#lookAt(nvr)));
  }

  async #lookAt(nvr: Nvr): Promise<void> {
    const { gate, logins } = this.#options;
    await logins.attend(nvr);
    switch (gate.stateOf(nvr.id).state) {
      case 'accepted':
        await this.#confirm(nvr);
        return;
      case 'unreachable':
      case 'locked':
      // Looked at again, which sends nothing: the old certificate may be back.
      case 'certificate-changed':
        if (!gate.isBlocked(nvr.id)) await logins.check(nvr);
        return;
      case 'checking':
        await this.#tryAgain(nvr);
        return;
      case 'refused':
      case 'no-password':
        return;
    }
  }

  /** A check that failed in the app itself, or waits for the keychain, which is asked by nobody else once it answers again. */
  async #tryAgain(nvr: Nvr): Promise<void> {
    const now = performance.now();
    const before = this.#triedAtMs.get(nvr.id) ?? -Infinity;
    if (now - before < RETRY_CHECK_MS) return;
    this.#triedAtMs.set(nvr.id, now);
    // Not awaited: it may wait for a person, and the other recorders for it.
    void this.#options.logins.check(nvr);
  }

  async #confirm(nvr: Nvr): Promise<void> {
    const now = performance.now();
    const before = this.#confirmedAtMs.get(nvr.id);
    if (before !== undefined && now - before < RECHECK_AFTER_MS) return;
    this.#confirmedAtMs.set(nvr.id, now);
    if (before !== undefined) await this.#options.logins.recheck(nvr);
  }
}

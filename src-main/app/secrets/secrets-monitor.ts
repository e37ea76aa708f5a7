import type { SecretsStatus } from '@contract/models/secrets.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { SecretStore } from './secret-store.ts';

const LOOK_EVERY_MS = 5_000;

/**
 * Knows whether the keychain answers. One that does not is looked at again by itself, since the system may unlock it later or start it
 * anew; that opens no dialog. The dialog comes only when a person wants it.
 */
export class SecretsMonitor implements Service {
  readonly changed = new Emitter<SecretsStatus>();
  readonly #secrets: SecretStore;
  readonly #log: Logger;
  readonly #everyMs: number;
  #status: SecretsStatus = { state: 'available' };
  #shutAtMs: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #look: Promise<void> | null = null;

  constructor(secrets: SecretStore, log: Logger, everyMs = LOOK_EVERY_MS) {
    this.#secrets = secrets;
    this.#log = log;
    this.#everyMs = everyMs;
  }

  get status(): SecretsStatus {
    return this.#status;
  }

  /** Does not wait: a locked keychain may answer only when somebody types its password. */
  start(): Promise<void> {
    void this.check();
    if (this.#secrets.mayPrompt !== true) {
      this.#timer ??= setInterval(() => this.#tick(), this.#everyMs);
    }
    return Promise.resolve();
  }

  stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    return Promise.resolve();
  }

  /** Tells what it finds, each time. */
  async check(): Promise<SecretsStatus> {
    this.#take(await this.#secrets.check());
    return this.#status;
  }

  /** A person wants the keychain to be tried again: the system may ask them to unlock it. */
  async retry(): Promise<SecretsStatus> {
    const status = await this.#secrets.check();
    if (status.state === 'unavailable') await this.#secrets.unlock?.();
    return this.check();
  }

  /** Somebody was refused by the keychain. */
  noteRefusal(reason: string): void {
    if (this.#status.state === 'available') this.#take({ state: 'unavailable', reason });
  }

  #tick(): void {
    if (this.#status.state === 'available') return;
    this.#look ??= this.#lookAgain().finally(() => (this.#look = null));
  }

  async #lookAgain(): Promise<void> {
    const status = await this.#secrets.check();
    if (status.state === 'available') this.#take(status);
  }

  #take(status: SecretsStatus): void {
    this.#status = status;
    const nowMs = performance.now();
    if (status.state === 'unavailable' && this.#shutAtMs === null) {
      this.#shutAtMs = nowMs;
      this.#log.warn('the keychain does not give passwords', { reason: status.reason });
    } else if (status.state === 'available' && this.#shutAtMs !== null) {
      const forS = Math.round((nowMs - this.#shutAtMs) / 1_000);
      this.#log.info('the keychain gives passwords again', { afterS: forS });
      this.#shutAtMs = null;
    }
    this.changed.emit(status);
  }
}

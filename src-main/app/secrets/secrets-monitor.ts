import type { SecretsStatus } from '@contract/models/secrets.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import type { SecretStore } from './secret-store.ts';

/** Knows whether the keychain answers, and asks again only when a person wants it: asking may open the system's unlock dialog. */
export class SecretsMonitor implements Service {
  readonly changed = new Emitter<SecretsStatus>();
  readonly #secrets: SecretStore;
  #status: SecretsStatus = { state: 'available' };

  constructor(secrets: SecretStore) {
    this.#secrets = secrets;
  }

  get status(): SecretsStatus {
    return this.#status;
  }

  /** Does not wait: a locked keychain may answer only when somebody types its password. */
  start(): Promise<void> {
    void this.check();
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  async check(): Promise<SecretsStatus> {
    this.#status = await this.#secrets.check();
    this.changed.emit(this.#status);
    return this.#status;
  }
}

import type { SecretsStatus } from '@contract/models/secrets.ts';
import type { SecretStore } from './secret-store.ts';

/** For the demo only: its password is gone when the app is. */
export class MemorySecretStore implements SecretStore {
  readonly #secrets = new Map<string, string>();

  get(account: string): Promise<string | null> {
    return Promise.resolve(this.#secrets.get(account) ?? null);
  }

  set(account: string, secret: string): Promise<void> {
    this.#secrets.set(account, secret);
    return Promise.resolve();
  }

  delete(account: string): Promise<void> {
    this.#secrets.delete(account);
    return Promise.resolve();
  }

  check(): Promise<SecretsStatus> {
    return Promise.resolve({ state: 'available' });
  }
}

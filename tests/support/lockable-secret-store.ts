import type { SecretsStatus } from '@contract/models/secrets.ts';
import { MemorySecretStore } from '../../src-main/app/secrets/memory-secret-store.ts';
import {
  KeychainUnavailableError,
  type SecretStore,
} from '../../src-main/app/secrets/secret-store.ts';

/** A keychain that a test can lock and unlock, as a person or a screen saver does. */
export class LockableSecretStore implements SecretStore {
  isLocked = false;
  readonly #inside = new MemorySecretStore();
  readonly #accounts = new Set<string>();

  /** How many entries it holds. */
  get count(): number {
    return this.#accounts.size;
  }

  async get(account: string): Promise<string | null> {
    this.#enter();
    return this.#inside.get(account);
  }

  async set(account: string, secret: string): Promise<void> {
    this.#enter();
    this.#accounts.add(account);
    return this.#inside.set(account, secret);
  }

  async delete(account: string): Promise<void> {
    this.#enter();
    this.#accounts.delete(account);
    return this.#inside.delete(account);
  }

  async check(): Promise<SecretsStatus> {
    return this.isLocked ? { state: 'unavailable', reason: 'locked' } : { state: 'available' };
  }

  #enter(): void {
    if (this.isLocked) throw new KeychainUnavailableError('locked');
  }
}

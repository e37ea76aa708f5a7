import type * as Keytar from 'keytar';
import type { SecretsStatus } from '@contract/models/secrets.ts';
import { KeychainUnavailableError, type SecretStore } from './secret-store.ts';

const SERVICE = 'opus-nvr';
const PROBE_ACCOUNT = 'availability-check';

/** Passwords in the OS keychain: Credential Manager, Keychain or the Secret Service. keytar is archived upstream, so only this file knows it. */
export class KeytarSecretStore implements SecretStore {
  readonly #service: string;
  #keytar: typeof Keytar | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /** `service` is the name under which the keychain shows the entries. */
  constructor(service = SERVICE) {
    this.#service = service;
  }

  get(account: string): Promise<string | null> {
    return this.#ask((keytar) => keytar.getPassword(this.#service, account));
  }

  set(account: string, secret: string): Promise<void> {
    return this.#ask((keytar) => keytar.setPassword(this.#service, account, secret));
  }

  async delete(account: string): Promise<void> {
    await this.#ask((keytar) => keytar.deletePassword(this.#service, account));
  }

  async check(): Promise<SecretsStatus> {
    try {
      await this.get(PROBE_ACCOUNT);
      return { state: 'available' };
    } catch (error) {
      return { state: 'unavailable', reason: (error as Error).message };
    }
  }

  /**
   * One question at a time: each holds a thread of Node's pool until the keychain answers, and a few recorders with a locked
   * keychain would hold them all, while the admin PIN waits to be hashed.
   */
  #ask<T>(question: (keytar: typeof Keytar) => Promise<T>): Promise<T> {
    const turn = this.#turn.then(() => this.#askNow(question));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #askNow<T>(question: (keytar: typeof Keytar) => Promise<T>): Promise<T> {
    try {
      // Loaded late: where libsecret is missing, the import itself fails and the app must still run.
      this.#keytar ??= (await import('keytar')).default;
      return await question(this.#keytar);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new KeychainUnavailableError(reason, { cause: error });
    }
  }
}

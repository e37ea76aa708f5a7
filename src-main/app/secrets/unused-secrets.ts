import type { Kysely } from 'kysely';
import { err, ok, type Result } from '@contract/result.ts';
import {
  removeUnusedSecrets,
  addUnusedSecrets,
  listUnusedSecrets,
} from '../db/repositories/unused-secret-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import { hasEntry, newAccount } from './secret-account.ts';
import { KeychainUnavailableError, type SecretStore } from './secret-store.ts';
import { passwordNotTaken } from './stored-password.ts';

/** What the service works with. */
export interface UnusedSecretsOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  log: Logger;
}

/**
 * Keeps book of keychain entries that no recorder names: a password that is about to be used, or one that a removal or an edit
 * has set free. Database and keychain share no transaction, so whatever a crash left between them is deleted at the next start.
 */
export class UnusedSecrets implements Service {
  readonly #options: UnusedSecretsOptions;
  #isStopping = false;

  constructor(options: UnusedSecretsOptions) {
    this.#options = options;
  }

  /** Waits for the list only: a locked keychain may answer when somebody types its password. */
  async start(): Promise<void> {
    this.#isStopping = false;
    const accounts = await listUnusedSecrets(this.#options.db);
    void this.#discardAll(accounts);
  }

  stop(): Promise<void> {
    this.#isStopping = true;
    return Promise.resolve();
  }

  /**
   * Puts a password into the keychain and resolves with its entry's name, which counts as unused until the transaction that
   * stores the name also takes it off the list (`removeUnusedSecrets`).
   */
  async deposit(password: string): Promise<Result<string>> {
    const { db, secrets } = this.#options;
    const account = newAccount();
    await addUnusedSecrets(db, [account]);
    try {
      await secrets.set(account, password);
      return ok(account);
    } catch (error) {
      await removeUnusedSecrets(db, [account]);
      if (error instanceof KeychainUnavailableError) return err(passwordNotTaken(error));
      throw error;
    }
  }

  /** Deletes an entry for good, unless a recorder uses it again, as after a restore. A keychain that refuses now is asked again at the next start. */
  async discard(account: string): Promise<void> {
    const { db, secrets, log } = this.#options;
    try {
      if (!(await listUnusedSecrets(db)).includes(account)) return;
      if (hasEntry(account)) await secrets.delete(account);
      await removeUnusedSecrets(db, [account]);
    } catch (error) {
      log.warn('an unused password stays in the keychain until the next start', { error });
    }
  }

  async #discardAll(accounts: readonly string[]): Promise<void> {
    for (const account of accounts) {
      if (this.#isStopping) return;
      await this.discard(account);
    }
  }
}

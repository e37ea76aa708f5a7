import type { Kysely } from 'kysely';
import { appError } from '@contract/app-error.ts';
import { err, ok, type Result } from '@contract/result.ts';
import {
  addUnusedSecrets,
  removeUnusedSecrets,
} from '../db/repositories/unused-secret-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Logger } from '../logging/logger.ts';
import { KeychainUnavailableError, type SecretStore } from '../secrets/secret-store.ts';

/** What keeping passwords works with. */
export interface NewSecretsOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  log: Logger;
}

/**
 * Writes passwords into the keychain, then stores what they belong to. When either fails, the entries are deleted again; they are
 * doomed before they are written, so that not even a power cut in the middle leaves one behind. `store` has to spare them.
 */
export async function keepNewSecrets<T>(
  options: NewSecretsOptions,
  entries: readonly { secretAccount: string; password: string | null }[],
  store: (accounts: string[]) => Promise<T>,
): Promise<Result<T>> {
  const { db, secrets, log } = options;
  const accounts = entries
    .filter(({ password }) => password !== null)
    .map(({ secretAccount }) => secretAccount);
  await addUnusedSecrets(db, accounts);
  try {
    for (const { secretAccount, password } of entries) {
      if (password !== null) await secrets.set(secretAccount, password);
    }
    return ok(await store(accounts));
  } catch (error) {
    await deleteAgain(options, accounts).catch((failure: unknown) => {
      log.warn('passwords of a failed import are deleted at the next start', { error: failure });
    });
    if (!(error instanceof KeychainUnavailableError)) throw error;
    return err(
      appError(
        'keychain-unavailable',
        `The system keychain did not take the passwords, so nothing was added. Unlock it and try again. (${error.message})`,
      ),
    );
  }
}

async function deleteAgain({ db, secrets }: NewSecretsOptions, accounts: string[]): Promise<void> {
  for (const account of accounts) await secrets.delete(account);
  await removeUnusedSecrets(db, accounts);
}

import type { Kysely } from 'kysely';
import { appError, type AppError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { findSecretAccount } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import { hasEntry, missingReason } from './secret-account.ts';
import { KeychainUnavailableError, type SecretStore } from './secret-store.ts';

/** A recorder's password from the keychain, or what to tell when there is none to be had; empty for a camera without a login. It never leaves main. */
export async function readPassword(
  db: Kysely<Schema>,
  secrets: SecretStore,
  nvrId: number,
): Promise<Result<string>> {
  const account = await findSecretAccount(db, nvrId);
  if (account === undefined) {
    return err(appError('not-found', message('nvr-removed')));
  }
  if (missingReason(account) !== null) return err(passwordMissing());
  if (!hasEntry(account)) return ok('');
  try {
    const password = await secrets.get(account);
    return password === null ? err(passwordMissing()) : ok(password);
  } catch (error) {
    if (!(error instanceof KeychainUnavailableError)) throw error;
    return err(
      appError('keychain-unavailable', message('keychain-gave-nothing', { reason: error.message })),
    );
  }
}

/** Says that a password has to be typed. */
export function passwordMissing(): AppError {
  return appError('invalid-request', message('password-missing'), {
    password: message('password-not-kept'),
  });
}

/** Says that the keychain refused a password that was to be stored. */
export function passwordNotTaken(error: KeychainUnavailableError): AppError {
  return appError(
    'keychain-unavailable',
    message('keychain-took-nothing', { reason: error.message }),
  );
}

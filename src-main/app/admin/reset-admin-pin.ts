import type { Kysely } from 'kysely';
import { deletePin } from '../db/repositories/admin-repository.ts';
import { listSecretAccounts } from '../db/repositories/nvr-repository.ts';
import { listUnusedSecrets } from '../db/repositories/unused-secret-repository.ts';
import type { Schema } from '../db/schema.ts';
import { NO_ADMIN_LOG, type AdminLog } from '../logging/admin-log.ts';
import type { Logger } from '../logging/logger.ts';
import { hasEntry } from '../secrets/secret-account.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import type { AdminSeal } from './admin-seal.ts';

/** What a reset works with. */
export interface PinResetOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  /** The keychain's copy of the PIN; null where there is none. */
  seal?: AdminSeal | null | undefined;
  adminLog?: AdminLog | undefined;
  log: Logger;
}

/**
 * Forgets a forgotten PIN and with it every recorder password, so that it opens nothing: whoever does not know the PIN must
 * know the passwords. The passwords go first, and if one cannot be deleted the PIN stays. Before the services start.
 */
export async function resetAdminPin(options: PinResetOptions): Promise<void> {
  const { db, secrets, seal, log, adminLog = NO_ADMIN_LOG } = options;
  const accounts = [...(await listSecretAccounts(db)), ...(await listUnusedSecrets(db))];
  try {
    for (const account of accounts.filter(hasEntry)) await secrets.delete(account);
    await seal?.clear();
  } catch (error) {
    throw new Error(
      'The system keychain did not delete the NVR passwords, so the admin PIN was kept. Unlock the keychain and try again.',
      { cause: error },
    );
  }
  await deletePin(db);
  log.warn('admin PIN and recorder passwords forgotten', { recorders: accounts.length });
  adminLog.write('admin PIN reset: NVR passwords forgotten', { recorders: accounts.length });
}

/** What the command line asks for: nothing, a reset after a question, or a reset at once. */
export type PinResetRequest = 'none' | 'ask' | 'now';

/** Reads `--reset-admin-pin` and `--yes`. */
export function pinResetRequest(argv: readonly string[]): PinResetRequest {
  if (!argv.includes('--reset-admin-pin')) return 'none';
  return argv.includes('--yes') ? 'now' : 'ask';
}

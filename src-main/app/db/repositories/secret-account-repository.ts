import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { addUnusedSecrets } from './unused-secret-repository.ts';

/**
 * Gives recorders new, empty keychain entries and dooms their former ones, all or none; `renew` names the new entry, or null where
 * a recorder keeps its own. Says how many have lost theirs.
 */
export async function renewSecretAccounts(
  db: Kysely<Schema>,
  renew: (account: string) => string | null,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx.selectFrom('nvr').select(['id', 'secret_account']).execute();
    const doomed: string[] = [];
    for (const { id, secret_account: former } of rows) {
      const account = renew(former);
      if (account === null) continue;
      doomed.push(former);
      await trx.updateTable('nvr').set({ secret_account: account }).where('id', '=', id).execute();
    }
    await addUnusedSecrets(trx, doomed);
    return doomed.length;
  });
}

import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** The keychain entries that no recorder needs any more. */
export async function listUnusedSecrets(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db.selectFrom('unused_secret').select('account').execute();
  return rows.map((row) => row.account);
}

/** Notes that no recorder needs this keychain entry, in the transaction that made it so. */
export async function insertUnusedSecret(db: Kysely<Schema>, account: string): Promise<void> {
  await db.insertInto('unused_secret').values({ account }).execute();
}

/** The entry is gone, or a recorder needs it after all. */
export async function deleteUnusedSecret(db: Kysely<Schema>, account: string): Promise<void> {
  await db.deleteFrom('unused_secret').where('account', '=', account).execute();
}

import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { inChunks } from './in-chunks.ts';

/** The keychain entries that no recorder needs any more. */
export async function listUnusedSecrets(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db.selectFrom('unused_secret').select('account').execute();
  return rows.map((row) => row.account);
}

/** Dooms keychain entries: those that are still in this list at the next start are deleted then. */
export async function addUnusedSecrets(db: Kysely<Schema>, accounts: string[]): Promise<void> {
  for (const chunk of inChunks(accounts)) {
    await db
      .insertInto('unused_secret')
      .values(chunk.map((account) => ({ account })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Spares keychain entries: they are in use again, or are gone already. */
export async function removeUnusedSecrets(db: Kysely<Schema>, accounts: string[]): Promise<void> {
  for (const chunk of inChunks(accounts)) {
    await db.deleteFrom('unused_secret').where('account', 'in', chunk).execute();
  }
}

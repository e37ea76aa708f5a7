import { sql, type Kysely } from 'kysely';

/** Whether somebody allowed a recorder to get its password in the clear over RTSP. Nobody has, so far. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE nvr ADD COLUMN
      allows_basic INTEGER NOT NULL DEFAULT 0 CHECK (allows_basic IN (0, 1))`.execute(db);
}

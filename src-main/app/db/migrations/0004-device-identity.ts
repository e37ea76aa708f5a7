import { sql, type Kysely } from 'kysely';

/** How a recorder's web port is spoken to, and who the recorder said it was when it was added. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE nvr ADD COLUMN
      is_https INTEGER NOT NULL DEFAULT 0 CHECK (is_https IN (0, 1))`.execute(db);
  await sql`ALTER TABLE nvr ADD COLUMN fingerprint TEXT`.execute(db);
  await sql`ALTER TABLE nvr ADD COLUMN model TEXT`.execute(db);
  await sql`ALTER TABLE nvr ADD COLUMN serial TEXT`.execute(db);
  await sql`ALTER TABLE nvr ADD COLUMN firmware TEXT`.execute(db);
}

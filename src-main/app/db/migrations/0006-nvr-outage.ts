import { sql, type Kysely } from 'kysely';

/** Since when a recorder gives no pictures outlives the app: a restart is no reason to begin counting anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE nvr_outage (
      nvr_id INTEGER PRIMARY KEY REFERENCES nvr (id) ON DELETE CASCADE,
      since_ms INTEGER NOT NULL
    ) STRICT`.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** What becomes of events, as one document: it is read and written as a whole. No row: what goes until somebody says otherwise. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE event_rules (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      rules TEXT NOT NULL CHECK (json_valid(rules))
    ) STRICT`.execute(db);
}

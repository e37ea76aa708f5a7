import { sql, type Kysely } from 'kysely';

/** Refused logins outlive the app: starting it again must not cost another failed login. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE nvr_login (
      nvr_id INTEGER PRIMARY KEY REFERENCES nvr (id) ON DELETE CASCADE,
      state TEXT NOT NULL CHECK (state IN ('refused', 'locked')),
      until_ms INTEGER,
      CHECK ((state = 'locked') = (until_ms IS NOT NULL))
    ) STRICT`.execute(db);
}

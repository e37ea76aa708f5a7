import { sql, type Kysely } from 'kysely';

/** What a refused login is judged by when it may be tried again. Those of before have had their tries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of [
    `door TEXT NOT NULL DEFAULT 'web' CHECK (door IN ('web', 'rtsp'))`,
    `tries_left INTEGER CHECK (tries_left >= 0)`,
    `failed INTEGER NOT NULL DEFAULT 2 CHECK (failed >= 0)`,
  ]) {
    await sql`ALTER TABLE nvr_login ADD COLUMN ${sql.raw(column)}`.execute(db);
  }
}

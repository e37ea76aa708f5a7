import { sql, type Kysely } from 'kysely';

/**
 * What people may say about recorders and cameras beyond what the recorder says, and passwords that wait to be deleted. The
 * recorders' table is made anew, because SQLite cannot drop a constraint: one server may carry many single cameras.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE nvr_new (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      host TEXT NOT NULL COLLATE NOCASE,
      rtsp_port INTEGER NOT NULL CHECK (rtsp_port BETWEEN 1 AND 65535),
      http_port INTEGER NOT NULL CHECK (http_port BETWEEN 1 AND 65535),
      is_https INTEGER NOT NULL DEFAULT 0 CHECK (is_https IN (0, 1)),
      fingerprint TEXT,
      username TEXT NOT NULL,
      secret_account TEXT NOT NULL UNIQUE,
      is_enabled INTEGER NOT NULL DEFAULT 1 CHECK (is_enabled IN (0, 1)),
      layout TEXT NOT NULL DEFAULT 'hikvision'
        CHECK (layout IN ('hikvision', 'dahua', 'custom', 'single')),
      main_template TEXT,
      sub_template TEXT,
      max_channels INTEGER NOT NULL CHECK (max_channels BETWEEN 1 AND 256),
      model TEXT,
      serial TEXT,
      firmware TEXT,
      created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
      CHECK ((layout IN ('custom', 'single')) = (main_template IS NOT NULL))
    ) STRICT`.execute(db);
  const kept = sql.raw(
    'id, name, host, rtsp_port, http_port, is_https, fingerprint, username, secret_account, max_channels, model, serial, firmware, created_at',
  );
  await sql`INSERT INTO nvr_new (${kept}) SELECT ${kept} FROM nvr`.execute(db);
  // An id is never given twice, also not that of a recorder that was removed long ago.
  await sql`DELETE FROM sqlite_sequence WHERE name = 'nvr_new'`.execute(db);
  await sql`
    INSERT INTO sqlite_sequence (name, seq)
    SELECT 'nvr_new', seq FROM sqlite_sequence WHERE name = 'nvr'`.execute(db);
  await sql`DROP TABLE nvr`.execute(db);
  await sql`ALTER TABLE nvr_new RENAME TO nvr`.execute(db);
  await sql`
    CREATE UNIQUE INDEX nvr_by_address ON nvr (host, rtsp_port)
    WHERE layout <> 'single'`.execute(db);
  for (const column of [
    `is_enabled INTEGER NOT NULL DEFAULT 1 CHECK (is_enabled IN (0, 1))`,
    `quality TEXT NOT NULL DEFAULT 'auto' CHECK (quality IN ('auto', 'main', 'sub'))`,
    `notes TEXT NOT NULL DEFAULT ''`,
    `recorder_name TEXT`,
    `is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1))`,
  ]) {
    await sql`ALTER TABLE camera ADD COLUMN ${sql.raw(column)}`.execute(db);
  }
  await sql`CREATE TABLE unused_secret (account TEXT PRIMARY KEY) STRICT`.execute(db);
}

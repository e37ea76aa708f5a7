import { sql, type Kysely } from 'kysely';

/**
 * The admin PIN's hash, and what wrong PINs have cost. Both hold at most one row; no row in admin_pin means that no PIN has
 * been set yet.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE admin_pin (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      hash BLOB NOT NULL CHECK (length(hash) >= 32),
      salt BLOB NOT NULL CHECK (length(salt) >= 16),
      scrypt_n INTEGER NOT NULL,
      scrypt_r INTEGER NOT NULL,
      scrypt_p INTEGER NOT NULL
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE admin_lock (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      auto_lock_minutes INTEGER NOT NULL CHECK (auto_lock_minutes BETWEEN 1 AND 60),
      failed_tries INTEGER NOT NULL CHECK (failed_tries >= 0),
      block_left_ms INTEGER NOT NULL CHECK (block_left_ms >= 0)
    ) STRICT`.execute(db);
  await sql`
    INSERT INTO admin_lock (id, auto_lock_minutes, failed_tries, block_left_ms)
    VALUES (1, 5, 0, 0)`.execute(db);
}

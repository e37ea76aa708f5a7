import fs from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { isDamageCode, mayBeDatabase, setAside } from '../../db/database-file.ts';
import { readSchema } from '../../db/read-schema.ts';
import { migrateJournal } from './journal-migrations.ts';

/** Its tables or indexes are not ours. */
class ForeignSchemaError extends Error {
  override readonly name = 'ForeignSchemaError';
}

/** An open, current journal. */
export interface OpenedJournal {
  sqlite: SqliteDatabase.Database;
  /** Where a damaged one was moved, or null. The person at the desk must be told. */
  setAsideFile: string | null;
}

/**
 * Opens the journal. One that cannot be read is set aside. It is not checked page by page as the site's database is: with millions of rows
 * that would take minutes at each start, so damage may be found only later, by whoever reads there.
 */
export function openJournal(file: string, now = new Date()): OpenedJournal {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  try {
    if (mayBeDatabase(file)) return { sqlite: openFile(file), setAsideFile: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  const setAsideFile = setAside(file, now);
  return { sqlite: openFile(file), setAsideFile };
}

function isDamage(error: unknown): boolean {
  return error instanceof ForeignSchemaError || isDamageCode((error as { code?: unknown }).code);
}

function openFile(file: string): SqliteDatabase.Database {
  const sqlite = new SqliteDatabase(file);
  try {
    // Before the first table: what is deleted goes back to the disk in small pieces, without copying the whole file.
    sqlite.pragma('auto_vacuum = INCREMENTAL');
    sqlite.pragma('journal_mode = WAL');
    // An alarm that was shown is there after a power cut, too. There are at most some ten commits a second.
    sqlite.pragma('synchronous = FULL');
    migrateJournal(sqlite);
    if (readSchema(sqlite) !== ownSchema()) throw new ForeignSchemaError(file);
    sqlite.prepare('SELECT * FROM event ORDER BY id DESC LIMIT 1').get();
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** What the migrations make. */
function ownSchema(): string {
  const sqlite = new SqliteDatabase(':memory:');
  try {
    migrateJournal(sqlite);
    return readSchema(sqlite);
  } finally {
    sqlite.close();
  }
}

import fs from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { TransactionalSqliteDialect } from './transactional-sqlite-dialect.ts';

/** An open, current database. */
export interface OpenedDatabase {
  db: Kysely<Schema>;
  /** Where a damaged file was moved, or null. The person at the desk must be told. */
  setAsideFile: string | null;
}

/** Opens the file, sets a damaged one aside, backs up before migrating and brings the schema up to date. A failing migration throws: boot must stop. */
export async function openDatabase(file: string, now = new Date()): Promise<OpenedDatabase> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const setAsideFile = isDamaged(file) ? setAside(file, now) : null;
  const sqlite = new SqliteDatabase(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  // A migration that rebuilds a table drops the old one, and its cascade would empty others.
  sqlite.pragma('foreign_keys = OFF');
  const db = new Kysely<Schema>({ dialect: new TransactionalSqliteDialect({ database: sqlite }) });
  try {
    await migrate(db, () => sqlite.backup(`${file}.before-migration`));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  sqlite.pragma('foreign_keys = ON');
  return { db, setAsideFile };
}

async function migrate(db: Kysely<Schema>, backUp: () => Promise<unknown>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const all = await migrator.getMigrations();
  const hasRun = all.some((migration) => migration.executedAt !== undefined);
  const isPending = all.some((migration) => migration.executedAt === undefined);
  if (hasRun && isPending) await backUp();
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be updated', { cause: error });
}

function isDamaged(file: string): boolean {
  if (!fs.existsSync(file)) return false;
  // SQLite takes an emptied file for a new database, and the loss would go unsaid.
  if (fs.statSync(file).size === 0) return true;
  let sqlite: SqliteDatabase.Database | undefined;
  try {
    // Closing a writable connection would write the log back into the damaged file.
    sqlite = new SqliteDatabase(file, { readonly: true });
    return sqlite.pragma('integrity_check', { simple: true }) !== 'ok';
  } catch (error) {
    if (isDamageCode((error as { code?: unknown }).code)) return true;
    throw error;
  } finally {
    sqlite?.close();
  }
}

function isDamageCode(code: unknown): boolean {
  return typeof code === 'string' && /^SQLITE_(CORRUPT|NOTADB)/.test(code);
}

function setAside(file: string, now: Date): string {
  const target = `${file}.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (fs.existsSync(file + suffix)) fs.renameSync(file + suffix, target + suffix);
  }
  return target;
}

import fs from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { isDamageCode, mayBeDatabase, setAside } from './database-file.ts';
import { isSchemaIntact } from './known-schemas.ts';
import { migrations } from './migrations/index.ts';
import { areRowsBelievable } from './row-checks.ts';
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
  const setAsideFile = (await isDamaged(file)) ? setAside(file, now) : null;
  const sqlite = new SqliteDatabase(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  // A migration that rebuilds a table drops the old one, and its cascade would empty others.
  sqlite.pragma('foreign_keys = OFF');
  const db = new Kysely<Schema>({ dialect: new TransactionalSqliteDialect(sqlite) });
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
    // By time, which is that of a clock that may have been set back since. The schema is proof enough (known-schemas.ts).
    allowUnorderedMigrations: true,
  });
  const all = await migrator.getMigrations();
  const hasRun = all.some((migration) => migration.executedAt !== undefined);
  const isPending = all.some((migration) => migration.executedAt === undefined);
  if (hasRun && isPending) await backUp();
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be updated', { cause: error });
}

async function isDamaged(file: string): Promise<boolean> {
  if (!mayBeDatabase(file)) return true;
  if (!fs.existsSync(file)) return false;
  let sqlite: SqliteDatabase.Database | undefined;
  try {
    // Closing a writable connection would write the log back into the damaged file.
    sqlite = new SqliteDatabase(file, { readonly: true });
    const isSound = sqlite.pragma('integrity_check', { simple: true }) === 'ok';
    return !isSound || !(await isSchemaIntact(sqlite)) || !areRowsBelievable(sqlite);
  } catch (error) {
    if (isDamageCode((error as { code?: unknown }).code)) return true;
    throw error;
  } finally {
    sqlite?.close();
  }
}

import fs from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { isSchemaIntact } from './known-schemas.ts';
import { migrations } from './migrations/index.ts';
import { areRowsBelievable } from './row-checks.ts';
import type { Schema } from './schema.ts';
import { TransactionalSqliteDialect } from './transactional-sqlite-dialect.ts';

/** The file itself, and what SQLite keeps beside it (https://www.sqlite.org/tempfiles.html). */
const SUFFIXES = ['', '-wal', '-shm', '-journal'];

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
  if (!arePlain(file)) return true;
  if (!fs.existsSync(file)) return false;
  // SQLite takes an emptied file for a new database, and the loss would go unsaid.
  if (!hasWritableFormat(file)) return true;
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

/** SQLite would wait for a pipe for ever, and a folder or a link that leads nowhere is no database either. */
function arePlain(file: string): boolean {
  return SUFFIXES.map((suffix) => file + suffix).every((one) => {
    const isThere = fs.lstatSync(one, { throwIfNoEntry: false }) !== undefined;
    return !isThere || fs.statSync(one, { throwIfNoEntry: false })?.isFile() === true;
  });
}

/** Bytes 18 and 19 of the header: with another write version SQLite opens the file, but only to read (sqlite.org/fileformat2.html, 1.3.3). */
function hasWritableFormat(file: string): boolean {
  const versions = Buffer.alloc(2);
  const handle = fs.openSync(file, 'r');
  try {
    const read = fs.readSync(handle, versions, 0, versions.length, 18);
    return read === versions.length && versions.every((version) => version === 1 || version === 2);
  } finally {
    fs.closeSync(handle);
  }
}

/** Whatever SQLite says of a file's content; the rest concerns the disk, its rights or another process, and would pass. */
function isDamageCode(code: unknown): boolean {
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return false;
  return !/^SQLITE_(CANTOPEN|IOERR|FULL|READONLY|BUSY|LOCKED|PERM|NOMEM|AUTH)/.test(code);
}

function setAside(file: string, now: Date): string {
  const target = `${file}.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const suffix of SUFFIXES) {
    const isThere = fs.lstatSync(file + suffix, { throwIfNoEntry: false }) !== undefined;
    if (isThere) fs.renameSync(file + suffix, target + suffix);
  }
  return target;
}

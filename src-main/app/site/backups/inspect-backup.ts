import SqliteDatabase from 'better-sqlite3';
import { readSchema } from '../../db/read-schema.ts';

/** How much a backup holds. */
export interface BackupCounts {
  nvrs: number;
  cameras: number;
}

/** What is asked of the reader. */
export interface Inspection {
  file: string;
  /** True: every page is checked, so that main may open the file itself. */
  isThorough: boolean;
  /** What this app's versions have made. */
  schemas: readonly string[];
}

/**
 * Counts what a backup holds, without changing anything. Its schema is compared with those that this app's versions have made before
 * anything else is asked: a view, a trigger or a virtual table would run what somebody else wrote. Rows are counted one by one,
 * so that a file whose pages lead in circles can be given up. Throws when it is no backup of ours, or, where that is asked for,
 * when it is damaged.
 */
export function inspectBackup({ file, isThorough, schemas }: Inspection): BackupCounts {
  const sqlite = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    sqlite.pragma('trusted_schema = OFF');
    if (!schemas.includes(readSchema(sqlite))) throw new Error('This is no database of this app');
    if (isThorough && sqlite.pragma('integrity_check', { simple: true }) !== 'ok') {
      throw new Error('The backup is damaged');
    }
    return { nvrs: countRows(sqlite, 'nvr'), cameras: countRows(sqlite, 'camera') };
  } finally {
    sqlite.close();
  }
}

function countRows(sqlite: SqliteDatabase.Database, table: 'nvr' | 'camera'): number {
  let rows = 0;
  for (const _row of sqlite.prepare(`SELECT id FROM ${table} NOT INDEXED`).iterate()) rows += 1;
  return rows;
}

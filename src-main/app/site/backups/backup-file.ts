import fs from 'node:fs/promises';
import SqliteDatabase from 'better-sqlite3';

/** A copy that cannot be trusted; it has been deleted. */
export class BadBackupError extends Error {
  override readonly name = 'BadBackupError';
}

/** Copies a database that is in use into a file of its own, which is there only once it has been verified. */
export async function writeBackup(databaseFile: string, target: string): Promise<void> {
  const part = `${target}.part`;
  await fs.rm(part, { force: true });
  const source = new SqliteDatabase(databaseFile, { readonly: true });
  try {
    await source.backup(part);
    verify(part);
    await fs.rename(part, target);
  } finally {
    source.close();
    await fs.rm(part, { force: true });
  }
}

function verify(file: string): void {
  const sqlite = new SqliteDatabase(file);
  try {
    // One file, which can be copied without a write-ahead log beside it.
    sqlite.pragma('journal_mode = DELETE');
    if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') {
      throw new BadBackupError('The copy of the database is damaged');
    }
  } finally {
    sqlite.close();
  }
}

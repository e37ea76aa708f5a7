import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { onTestFinished } from 'vitest';

/** The app's database through a connection of the test's own: for what no service tells, and for losses no service would make. */
export function openRaw({ userData }: { userData: string }): SqliteDatabase.Database {
  const sqlite = new SqliteDatabase(path.join(userData, 'opus.sqlite'));
  onTestFinished(() => void sqlite.close());
  return sqlite;
}

/** Every row of every table that makes up a site. */
export function siteRows(sqlite: SqliteDatabase.Database): unknown[][] {
  return ['nvr', 'camera', 'nvr_login', 'unused_secret'].map((table) =>
    sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1`).all(),
  );
}

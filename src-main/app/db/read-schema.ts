import type SqliteDatabase from 'better-sqlite3';

/** More than any version of the app has had. */
const MOST_SCHEMA_ENTRIES = 200;

/** One text for a database's whole schema. Rows come one by one, so that a file whose pages lead in circles is given up. */
export function readSchema(sqlite: SqliteDatabase.Database): string {
  const entries: string[] = [];
  const query = sqlite.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema');
  for (const row of query.raw().iterate()) {
    entries.push(JSON.stringify(row));
    if (entries.length > MOST_SCHEMA_ENTRIES) throw new Error('This database has too many tables');
  }
  return entries.sort().join('\n');
}

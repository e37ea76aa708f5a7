import type SqliteDatabase from 'better-sqlite3';
import { isKnownCost, type ScryptCost } from '../domain/scrypt.ts';

/** The last instant that JavaScript's dates know; whoever shows a later one fails (ECMA-262, 21.4.1.1). */
const LAST_INSTANT_MS = 8.64e15;

type Check = (sqlite: SqliteDatabase.Database) => boolean;

/** By table; one that a former version did not have is not looked for. */
const CHECKS: Record<string, Check> = {
  // A cost that no version has written would take all memory at the next PIN.
  admin_pin: (sqlite) => {
    const costs = sqlite.prepare(
      'SELECT scrypt_n AS n, scrypt_r AS r, scrypt_p AS p FROM admin_pin',
    );
    return (costs.all() as ScryptCost[]).every(isKnownCost);
  },
  // Without it no wrong PIN could be counted, so the app does not start.
  admin_lock: (sqlite) =>
    sqlite.prepare('SELECT count(*) FROM admin_lock WHERE id = 1').pluck().get() === 1,
  // Kysely refuses to go on where it cannot read when a migration ran.
  kysely_migration: (sqlite) => {
    const times = sqlite.prepare('SELECT timestamp FROM kysely_migration').pluck().all();
    return times.every((time) => typeof time === 'string' && !Number.isNaN(Date.parse(time)));
  },
  nvr_outage: (sqlite) => areInstants(sqlite, 'SELECT since_ms FROM nvr_outage'),
  time_reading: (sqlite) => areInstants(sqlite, 'SELECT tested_at_ms FROM time_reading'),
  nvr_login: (sqlite) =>
    areInstants(sqlite, 'SELECT until_ms FROM nvr_login WHERE until_ms IS NOT NULL'),
};

/** Whether the rows hold what a version of the app may have written, as far as SQLite's own checks do not see it. */
export function areRowsBelievable(sqlite: SqliteDatabase.Database): boolean {
  const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck();
  const names = tables.all() as string[];
  return names.every((name) => CHECKS[name]?.(sqlite) ?? true);
}

function areInstants(sqlite: SqliteDatabase.Database, query: string): boolean {
  const times = sqlite.prepare(query).pluck().all() as number[];
  return times.every((time) => Math.abs(time) <= LAST_INSTANT_MS);
}

import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import { AdminLock, type AdminLockOptions } from '../../src-main/app/admin/admin-lock.ts';
import { openDatabase } from '../../src-main/app/db/database.ts';
import type { Schema } from '../../src-main/app/db/schema.ts';
import { recordLog } from './recorded-log.ts';
import { tempFolder } from './temp-folder.ts';

export const PIN = '048213';
export const WRONG = '111111';

/** One run of the app's lock on a database file. */
export interface AdminLockUnderTest {
  lock: AdminLock;
  db: Kysely<Schema>;
  lines: string[];
  /** An orderly end of the app. */
  stop: () => Promise<void>;
}

/** The real lock on a real database; only the hash is cheap. A test that never stops it has killed it. */
export async function startAdminLock(
  file: string,
  options: Partial<AdminLockOptions> = {},
): Promise<AdminLockUnderTest> {
  const { db } = await openDatabase(file);
  const { log, lines } = recordLog();
  const lock = new AdminLock({ db, log, cost: { n: 16, r: 1, p: 1 }, ...options });
  await lock.start();
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await db.destroy();
    isOpen = false;
  };
  onTestFinished(close);
  const stop = async (): Promise<void> => {
    await lock.stop();
    await close();
  };
  return { lock, db, lines, stop };
}

/** A fresh installation, past its first start unless told otherwise, and locked. */
export async function installed(isSetUp = true): Promise<AdminLockUnderTest & { file: string }> {
  const file = path.join(await tempFolder(), 'opus.sqlite');
  const run = await startAdminLock(file);
  if (isSetUp) {
    await run.lock.setPin(PIN);
    run.lock.lock();
  }
  return { ...run, file };
}

/** Wrong PINs, one after the other. */
export async function fail({ lock }: AdminLockUnderTest, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await lock.unlock(WRONG);
}

/** Writes to the database behind the app's back. */
export function edit(file: string, sql: string): void {
  const sqlite = new SqliteDatabase(file);
  sqlite.exec(sql);
  sqlite.close();
}

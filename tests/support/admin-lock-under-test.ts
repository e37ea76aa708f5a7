import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import { AdminLock, type AdminLockOptions } from '../../src-main/app/admin/admin-lock.ts';
import { openDatabase } from '../../src-main/app/db/database.ts';
import type { Schema } from '../../src-main/app/db/schema.ts';
import { recordLog } from './recorded-log.ts';

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

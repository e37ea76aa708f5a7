import type { Kysely } from 'kysely';
import type { ScryptCost } from '../../domain/scrypt.ts';
import type { Schema } from '../schema.ts';

/** What is kept of a PIN. */
export interface PinHash {
  hash: Uint8Array;
  salt: Uint8Array;
  cost: ScryptCost;
}

/** What wrong PINs have cost, as it outlives the app. */
export interface StoredTries {
  /** Wrong PINs since the last right one. */
  failedTries: number;
  blockLeftMs: number;
}

/** Both tables have one row at most, under this id. */
const ONLY_ID = 1;

/** The stored PIN's hash, or undefined before the first start is over. */
export async function findPinHash(db: Kysely<Schema>): Promise<PinHash | undefined> {
  const row = await db
    .selectFrom('admin_pin')
    .selectAll()
    .where('id', '=', ONLY_ID)
    .executeTakeFirst();
  if (!row) return undefined;
  const { hash, salt, scrypt_n: n, scrypt_r: r, scrypt_p: p } = row;
  return { hash, salt, cost: { n, r, p } };
}

/** Stores the first PIN; throws when there is one, so that no mistake elsewhere can replace it. */
export async function insertPinHash(db: Kysely<Schema>, pin: PinHash): Promise<void> {
  await db
    .insertInto('admin_pin')
    .values({ id: ONLY_ID, ...toRow(pin) })
    .execute();
}

/** Replaces the PIN. */
export async function updatePinHash(db: Kysely<Schema>, pin: PinHash): Promise<void> {
  await db.updateTable('admin_pin').set(toRow(pin)).where('id', '=', ONLY_ID).execute();
}

/** Forgets the PIN and what wrong ones have cost. */
export async function deletePin(db: Kysely<Schema>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('admin_pin').execute();
    await saveTries(trx, { failedTries: 0, blockLeftMs: 0 });
  });
}

/** What wrong PINs had cost when the app last ran, and the idle time. */
export async function getLockState(
  db: Kysely<Schema>,
): Promise<StoredTries & { autoLockMinutes: number }> {
  const row = await db
    .selectFrom('admin_lock')
    .selectAll()
    .where('id', '=', ONLY_ID)
    .executeTakeFirstOrThrow();
  return {
    autoLockMinutes: row.auto_lock_minutes,
    failedTries: row.failed_tries,
    blockLeftMs: row.block_left_ms,
  };
}

/** Keeps what wrong PINs have cost. */
export async function saveTries(db: Kysely<Schema>, tries: StoredTries): Promise<void> {
  await updateLock(db, { failed_tries: tries.failedTries, block_left_ms: tries.blockLeftMs });
}

/** Keeps the idle time. */
export async function saveAutoLock(db: Kysely<Schema>, minutes: number): Promise<void> {
  await updateLock(db, { auto_lock_minutes: minutes });
}

/** A try that is not counted would be a free one, so a row that is not there is an error. */
async function updateLock(
  db: Kysely<Schema>,
  values: Partial<Omit<Schema['admin_lock'], 'id'>>,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('admin_lock')
    .set(values)
    .where('id', '=', ONLY_ID)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error('the admin lock has no row');
}

function toRow({ hash, salt, cost }: PinHash): Omit<Schema['admin_pin'], 'id'> {
  return { hash, salt, scrypt_n: cost.n, scrypt_r: cost.r, scrypt_p: cost.p };
}

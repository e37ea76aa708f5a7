import type { Kysely } from 'kysely';
import {
  findPinHash,
  getLockState,
  insertPinHash,
  saveTries,
  updatePinHash,
  type PinHash,
} from '../db/repositories/admin-repository.ts';
import { renewSecretAccounts } from '../db/repositories/secret-account-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { AdminLog } from '../logging/admin-log.ts';
import type { Logger } from '../logging/logger.ts';
import { hasEntry, newAccount } from '../secrets/secret-account.ts';
import type { AdminSeal, Sealed } from './admin-seal.ts';

/** What opening works with. */
export interface OpenSealedOptions {
  db: Kysely<Schema>;
  seal: AdminSeal | null;
  log: Logger;
  adminLog: AdminLog;
}

/** The PIN that counts now, null before the first one; and whether the keychain has had its say. */
export interface OpenedPin {
  pin: PinHash | null;
  isSealKnown: boolean;
}

/**
 * Finds the PIN that counts. The keychain's copy wins over the database, which anybody with
 * access to files can change; wrong tries are the larger of both. A PIN that neither of them has, in a database with recorders,
 * was deleted: that is a reset, and their passwords are forgotten before anything reads them.
 */
export async function openSealed(options: OpenSealedOptions): Promise<OpenedPin> {
  const { db, seal } = options;
  const stored = await findPinHash(db);
  const state = (await seal?.load()) ?? { kind: 'none' };
  const isSealKnown = state.kind !== 'unknown';
  if (state.kind === 'found')
    return { pin: await obey(options, stored, state.sealed), isSealKnown };
  if (stored !== undefined) {
    // Written by a version without seals, or brought here with its folder.
    if (state.kind === 'none') await seal?.save({ pin: stored, ...(await getLockState(db)) });
    return { pin: stored, isSealKnown };
  }
  await forgetPasswords(options);
  return { pin: null, isSealKnown };
}

async function obey(
  { db, log, adminLog }: OpenSealedOptions,
  stored: PinHash | undefined,
  sealed: Sealed,
): Promise<PinHash> {
  if (stored === undefined) await insertPinHash(db, sealed.pin);
  else if (!isSamePin(stored, sealed.pin)) await updatePinHash(db, sealed.pin);
  if (stored === undefined || !isSamePin(stored, sealed.pin)) {
    log.warn('the admin PIN in the database was another one; the keychain’s was put back');
    adminLog.write('admin PIN put back from the keychain');
  }
  const { failedTries, blockLeftMs } = await getLockState(db);
  await saveTries(db, {
    failedTries: Math.max(failedTries, sealed.failedTries),
    blockLeftMs: Math.max(blockLeftMs, sealed.blockLeftMs),
  });
  return sealed.pin;
}

async function forgetPasswords({ db, log, adminLog }: OpenSealedOptions): Promise<void> {
  const renew = (account: string): string | null => (hasEntry(account) ? newAccount() : null);
  const recorders = await renewSecretAccounts(db, renew);
  if (recorders === 0) return;
  log.warn('the admin PIN is gone, so the recorder passwords are forgotten', { recorders });
  adminLog.write('admin PIN missing: NVR passwords forgotten', { recorders });
}

/** Whether two hashes are of one PIN, made at one time. */
export function isSamePin(one: PinHash, other: PinHash): boolean {
  const isSameCost = (['n', 'r', 'p'] as const).every((key) => one.cost[key] === other.cost[key]);
  return (
    isSameCost &&
    Buffer.from(one.hash).equals(other.hash) &&
    Buffer.from(one.salt).equals(other.salt)
  );
}

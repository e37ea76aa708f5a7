import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { PinHash } from '../db/repositories/admin-repository.ts';
import { deriveKey, type ScryptCost } from '../domain/scrypt.ts';

/** 64 MiB and a few tenths of a second: six digits need every bit of help should the database be stolen. */
export const PIN_COST: ScryptCost = { n: 65_536, r: 8, p: 2 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Hashes a new PIN with a salt of its own. */
export async function hashPin(pin: string, cost: ScryptCost = PIN_COST): Promise<PinHash> {
  const salt = randomBytes(SALT_BYTES);
  return { hash: await deriveKey(pin, salt, cost, HASH_BYTES), salt, cost };
}

/** True when this is the PIN. Takes as long for a nearly right one as for any other. */
export async function isPin(pin: string, { hash, salt, cost }: PinHash): Promise<boolean> {
  return timingSafeEqual(await deriveKey(pin, salt, cost, hash.byteLength), hash);
}

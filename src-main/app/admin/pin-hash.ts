import { randomBytes, timingSafeEqual } from 'node:crypto';
import { deriveKey, type ScryptCost } from '../scrypt.ts';

/** What is kept of a PIN. */
export interface PinHash {
  hash: Uint8Array;
  salt: Uint8Array;
  cost: ScryptCost;
}

/** 64 MiB and a few tenths of a second: six digits need every bit of help should the database be stolen. */
export const PIN_COST: ScryptCost = { n: 65_536, r: 8, p: 2 };

/** Far more than any version of the app has asked for: a value beyond was not written by it, and 2^30 would need a terabyte. */
const MAX_MEMORY_BYTES = 256 * 1024 * 1024;
const MAX_PASSES = 16;

/** Whether a PIN that was hashed like this can be compared at all. */
export function isKnownCost({ n, r, p }: ScryptCost): boolean {
  const areCounts = [n, r, p].every((value) => Number.isSafeInteger(value) && value >= 1);
  const isPowerOfTwo = n > 1 && Number.isInteger(Math.log2(n));
  return areCounts && isPowerOfTwo && 128 * n * r <= MAX_MEMORY_BYTES && p <= MAX_PASSES;
}

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

import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** scrypt's parameters: they are stored with each hash, so that new hashes can become harder without losing old ones. */
export interface ScryptCost {
  /** Power of two. Memory in use is 128 * n * r bytes. */
  n: number;
  r: number;
  p: number;
}

/** What is kept of a PIN. */
export interface PinHash {
  hash: Uint8Array;
  salt: Uint8Array;
  cost: ScryptCost;
}

/** 64 MiB and a few tenths of a second: six digits need every bit of help should the database be stolen. */
export const PIN_COST: ScryptCost = { n: 65_536, r: 8, p: 2 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** scrypt wants a little more than its own 128 * n * r. */
const MEMORY_SLACK_BYTES = 1024 * 1024;

/** Hashes a new PIN with a salt of its own. Runs on a thread of the pool, so that the wall does not stutter. */
export async function hashPin(pin: string, cost: ScryptCost = PIN_COST): Promise<PinHash> {
  const salt = randomBytes(SALT_BYTES);
  return { hash: await derive(pin, salt, cost, HASH_BYTES), salt, cost };
}

/** True when this is the PIN. Takes as long for a nearly right one as for any other. */
export async function isPin(pin: string, { hash, salt, cost }: PinHash): Promise<boolean> {
  return timingSafeEqual(await derive(pin, salt, cost, hash.byteLength), hash);
}

function derive(
  pin: string,
  salt: Uint8Array,
  { n, r, p }: ScryptCost,
  bytes: number,
): Promise<Uint8Array> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 128 * n * r + MEMORY_SLACK_BYTES * p };
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, bytes, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

import { scrypt, type ScryptOptions } from 'node:crypto';

/** scrypt's parameters: they are stored with what they made, so that new ones can become harder without losing old ones. */
export interface ScryptCost {
  /** Power of two. Memory in use is 128 * n * r bytes. */
  n: number;
  r: number;
  p: number;
}

/** scrypt wants a little more than its own 128 * n * r. */
const MEMORY_SLACK_BYTES = 1024 * 1024;

/** Makes a key of so many bytes from what a person knows. Runs on a thread of the pool, so that the wall does not stutter. */
export function deriveKey(
  known: string,
  salt: Uint8Array,
  { n, r, p }: ScryptCost,
  bytes: number,
): Promise<Uint8Array> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 128 * n * r + MEMORY_SLACK_BYTES * p };
  return new Promise((resolve, reject) => {
    scrypt(known, salt, bytes, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

import type { ScryptOptions } from 'node:crypto';
import { Worker } from 'node:worker_threads';

/** scrypt's parameters: they are stored with what they made, so that new ones can become harder without losing old ones. */
export interface ScryptCost {
  /** Power of two. Memory in use is 128 * n * r bytes. */
  n: number;
  r: number;
  p: number;
}

/** scrypt wants a little more than its own 128 * n * r. */
const MEMORY_SLACK_BYTES = 1024 * 1024;

/** Far more than any version of the app has asked for: a value beyond was not written by it, and 2^30 would need a terabyte. */
const MAX_MEMORY_BYTES = 256 * 1024 * 1024;
const MAX_PASSES = 16;

/** Whether what was made like this can be made again, and compared, at all. */
export function isKnownCost({ n, r, p }: ScryptCost): boolean {
  const areCounts = [n, r, p].every((value) => Number.isSafeInteger(value) && value >= 1);
  const isPowerOfTwo = n > 1 && Number.isInteger(Math.log2(n));
  return areCounts && isPowerOfTwo && 128 * n * r <= MAX_MEMORY_BYTES && p <= MAX_PASSES;
}

/** Made in a thread of its own, and not by the asynchronous `scrypt`: that of Electron's BoringSSL makes the whole key once within the call, as a check of its arguments. */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { scryptSync } = require('node:crypto');
  const { known, salt, bytes, options } = workerData;
  parentPort.postMessage(new Uint8Array(scryptSync(known, salt, bytes, options)));
`;

/** Makes a key of so many bytes from what a person knows. Takes tenths of a second, in which the wall does not stutter. */
export function deriveKey(
  known: string,
  salt: Uint8Array,
  { n, r, p }: ScryptCost,
  bytes: number,
): Promise<Uint8Array> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 128 * n * r + MEMORY_SLACK_BYTES * p };
  const workerData = { known, salt, bytes, options };
  return new Promise((resolve, reject) => {
    // No environment and no arguments of the app: it needs none.
    const thread = new Worker(THREAD, { eval: true, workerData, env: {}, argv: [], execArgv: [] });
    thread.once('message', (key: Uint8Array) => resolve(key));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('scrypt ended without a key')));
  });
}

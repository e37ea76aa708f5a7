import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The fingerprint everything pinned is compared with.
 * @param {string} file
 * @returns {string} */
export function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** npm's way to write a fingerprint, as lockfiles hold it.
 * @param {string} file
 * @returns {string} */
export function sha512Integrity(file) {
  return `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
}

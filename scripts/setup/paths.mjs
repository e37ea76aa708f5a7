import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The checkout: every path in the scripts starts here, whatever directory they were started from. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Things that can be made again at any time live here; git does not see them. */
export const CACHE_DIR = path.join(ROOT, '.cache');

/** The Node that came with `npm ci` (24): tools that need more than the machine's own Node run on it.
 * @returns {string} */
export function toolNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = path.join(ROOT, 'node_modules/node/bin', name);
  return existsSync(installed) ? installed : process.execPath;
}

/** @param {string} file
 * @returns {string | undefined} the trimmed text, or nothing when the file is not there */
export function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

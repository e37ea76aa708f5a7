import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostNode } from './npm.mjs';
import { CACHE_DIR } from './paths.mjs';
import { run, say } from './run.mjs';

const DEBIAN_PACKAGE = 'libnode-dev';
const UNPACKED_DIR = path.join(CACHE_DIR, 'node-headers');

/**
 * Finds Node's headers: keytar is compiled where its prebuilt module cannot be downloaded, and node-gyp would download the
 * headers from a host that is then just as much out of reach. Any Node's headers will do, since keytar is Node-API.
 * @returns {Promise<string | undefined>} a folder with include/node in it; nothing means that node-gyp has to look itself
 */
export async function nodeHeaders() {
  const unpacked = path.join(UNPACKED_DIR, 'usr');
  const places = [path.resolve(path.dirname(hostNode()), '..'), '/usr', unpacked];
  const found = places.find(hasHeaders);
  if (found || !existsSync('/usr/bin/apt-get')) return found;
  await unpackDebianHeaders();
  return hasHeaders(unpacked) ? unpacked : undefined;
}

/** @param {string} prefix
 * @returns {boolean} */
function hasHeaders(prefix) {
  return existsSync(path.join(prefix, 'include/node/node.h'));
}

/** Unpacked, not installed: the package would bring Debian's own, older Node with it. */
async function unpackDebianHeaders() {
  say(`this Node came without headers; taking those of Debian's ${DEBIAN_PACKAGE}`);
  const directory = await mkdtemp(path.join(tmpdir(), 'opus-setup-'));
  try {
    await mkdir(UNPACKED_DIR, { recursive: true });
    const download = await run('apt-get', ['download', '-q', DEBIAN_PACKAGE], { cwd: directory });
    const archive = (await readdir(directory)).find((name) => name.endsWith('.deb'));
    if (archive) await run('dpkg-deb', ['-x', path.join(directory, archive), UNPACKED_DIR]);
    else say(`that did not work (${download.lastLine}), so node-gyp has to find some`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

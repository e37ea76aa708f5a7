import { chmod, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sha256 } from '../scripts/setup/hash.mjs';
import { unpack, withPackage } from '../scripts/setup/npm.mjs';
import { ROOT, readText } from '../scripts/setup/paths.mjs';
import { SetupError, say } from '../scripts/setup/run.mjs';
import { fail } from '../scripts/setup/step.mjs';
import { checkHash, pinnedHash, withHash } from './manifest.mjs';

const MANIFEST_FILE = path.join(import.meta.dirname, 'manifest.json');

/**
 * @typedef {object} Target
 * @property {string} platform
 * @property {string} arch
 */

/** @returns {Target} */
function thisMachine() {
  return { platform: process.platform, arch: process.arch };
}

/** @returns {import('./manifest.mjs').Manifest} */
export function readManifest() {
  return /** @type {import('./manifest.mjs').Manifest} */ (
    JSON.parse(readText(MANIFEST_FILE) ?? '')
  );
}

/** Where the app, in development, looks for the server it starts.
 * @param {Target} target
 * @returns {string} */
export function binaryPath({ platform, arch }) {
  const name = platform === 'win32' ? 'go2rtc.exe' : 'go2rtc';
  return path.join(import.meta.dirname, `${platform}-${arch}`, name);
}

/** Whether the binary in place is the pinned one: the only state in which it may run or be packaged.
 * @param {Target} target
 * @returns {boolean} */
export function isPlaced(target) {
  const file = binaryPath(target);
  const pinned = pinnedHash(readManifest(), target);
  return pinned !== null && existsSync(file) && sha256(file) === pinned;
}

/** @type {import('../scripts/setup/step.mjs').Step} */
export const go2rtcBinary = {
  title: 'go2rtc',
  state() {
    const own = process.env['OPUS_GO2RTC_BIN'];
    if (own) {
      if (existsSync(own)) return `${own}, named by OPUS_GO2RTC_BIN`;
      throw new SetupError(`OPUS_GO2RTC_BIN is ${own}, which does not exist. Correct or unset it.`);
    }
    return isPlaced(thisMachine()) ? `${readManifest().version}, as pinned` : undefined;
  },
  async apply() {
    await place(thisMachine());
    return `${readManifest().version}, as pinned`;
  },
};

/**
 * Puts the pinned binary in place.
 * @param {Target} target
 * @param {{ pin?: boolean }} [options] `pin` writes the hash of what was fetched into the manifest instead of checking it
 */
export async function place(target, options = {}) {
  const manifest = readManifest();
  const name = `${manifest.package}-${target.platform}-${target.arch}`;
  if (!options.pin) checkHash(manifest, target, undefined);
  const installed = path.join(ROOT, 'node_modules', name);
  if (readVersion(installed) === manifest.version) {
    await take(installed, target, options);
    return;
  }
  await withPackage(`${name}@${manifest.version}`, async (archive, directory) => {
    await unpack(archive, directory);
    await take(directory, target, options);
  });
}

/**
 * @param {string} directory the unpacked package
 * @param {Target} target
 * @param {{ pin?: boolean }} options
 */
async function take(directory, target, options) {
  const destination = binaryPath(target);
  const source = path.join(directory, path.basename(destination));
  const hash = sha256(source);
  const manifest = readManifest();
  if (options.pin) {
    say(
      `sha256 of ${target.platform}-${target.arch} is ${hash}, was ${pinnedHash(manifest, target) ?? 'unknown'}`,
    );
    await writeFile(MANIFEST_FILE, withHash(manifest, target, hash));
    say('written to go2rtc-bin/manifest.json: compare it with a second source, then commit it');
  } else {
    checkHash(manifest, target, hash);
  }
  const temporary = `${destination}.${process.pid}`;
  await mkdir(path.dirname(destination), { recursive: true });
  try {
    await copyFile(source, temporary);
    await chmod(temporary, 0o755);
    await rename(temporary, destination);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** @param {string} directory
 * @returns {string | undefined} */
function readVersion(directory) {
  const text = readText(path.join(directory, 'package.json'));
  return text ? /** @type {{ version: string }} */ (JSON.parse(text)).version : undefined;
}

async function main() {
  const { values } = parseArgs({
    options: {
      platform: { type: 'string', default: process.platform },
      arch: { type: 'string', default: process.arch },
      pin: { type: 'boolean', default: false },
    },
  });
  const target = { platform: values.platform, arch: values.arch };
  if (isPlaced(target) && !values.pin) console.log(`${binaryPath(target)} is in place`);
  else {
    await place(target, { pin: values.pin });
    console.log(`placed ${binaryPath(target)}`);
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) main().catch(fail);

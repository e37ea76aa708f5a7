import { chmod, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readCommandLine } from '../scripts/setup/command-line.mjs';
import { sha256 } from '../scripts/setup/hash.mjs';
import { unpack, withPackage } from '../scripts/setup/npm.mjs';
import { ROOT, readText } from '../scripts/setup/paths.mjs';
import { SetupError, say } from '../scripts/setup/run.mjs';
import { fail } from '../scripts/setup/step.mjs';
import {
  checkHash,
  localHash,
  pinnedHash,
  requirePin,
  withHash,
  withLocalHash,
} from './manifest.mjs';

const MANIFEST_FILE = path.join(import.meta.dirname, 'manifest.json');
/** Hashes of platforms that are not pinned for everybody yet, noted when they were first fetched here. Not in git, not packaged. */
const LOCAL_MANIFEST_FILE = path.join(import.meta.dirname, 'local-manifest.json');
const USAGE = `
usage: node go2rtc-bin/place.mjs [--platform PLATFORM] [--arch ARCH] [--pin]

Puts go2rtc into go2rtc-bin/<platform>-<arch>/, checked against its hash.
  --platform, --arch  another machine's, as Node names them (linux, darwin, win32; x64, arm64)
  --pin               fetches it anew and writes its hash into manifest.json, for review
`;

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

/** @returns {import('./manifest.mjs').Manifest | undefined} */
function readLocalManifest() {
  const text = readText(LOCAL_MANIFEST_FILE);
  return text ? /** @type {import('./manifest.mjs').Manifest} */ (JSON.parse(text)) : undefined;
}

/** The hash that the binary of a platform must have, if any is known.
 * @param {Target} target
 * @returns {{ sha256: string, isPinned: boolean } | undefined} */
function knownHash(target) {
  const manifest = readManifest();
  const pinned = pinnedHash(manifest, target);
  if (pinned !== null) return { sha256: pinned, isPinned: true };
  const local = localHash(manifest, readLocalManifest(), target);
  return local === null ? undefined : { sha256: local, isPinned: false };
}

/** Where the app, in development, looks for the server it starts.
 * @param {Target} target
 * @returns {string} */
export function binaryPath({ platform, arch }) {
  const name = platform === 'win32' ? 'go2rtc.exe' : 'go2rtc';
  return path.join(import.meta.dirname, `${platform}-${arch}`, name);
}

/** Whether the binary in place is the one whose hash is known: the only state in which it may run.
 * @param {Target} target
 * @returns {boolean} */
export function isPlaced(target) {
  const file = binaryPath(target);
  const known = knownHash(target);
  return known !== undefined && existsSync(file) && sha256(file) === known.sha256;
}

/** Puts the binary in place for a package, which only takes a pinned one.
 * @param {Target} target */
export async function placeForPackage(target) {
  requirePin(readManifest(), target);
  if (!isPlaced(target)) await place(target);
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
    return isPlaced(thisMachine()) ? describe(thisMachine()) : undefined;
  },
  async apply() {
    await place(thisMachine());
    return describe(thisMachine());
  },
};

/** @param {Target} target
 * @returns {string} */
function describe(target) {
  const how = knownHash(target)?.isPinned ? 'as pinned' : 'as first fetched here (not pinned yet)';
  return `${readManifest().version}, ${how}`;
}

/**
 * Puts the binary in place. Of a platform that nobody pinned yet it takes what npm verified against the registry, and notes
 * its hash for all later starts.
 * @param {Target} target
 * @param {{ pin?: boolean }} [options] `pin` writes the hash of what was fetched into the manifest instead of checking it
 */
export async function place(target, options = {}) {
  const manifest = readManifest();
  pinnedHash(manifest, target); // or there is no package of that name
  const name = `${manifest.package}-${target.platform}-${target.arch}`;
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
  if (options.pin) await pin(target, hash);
  else await checkOrNote(target, hash);
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

/**
 * @param {Target} target
 * @param {string} hash
 */
async function pin(target, hash) {
  const manifest = readManifest();
  say(
    `sha256 of ${target.platform}-${target.arch} is ${hash}, was ${pinnedHash(manifest, target) ?? 'unknown'}`,
  );
  await writeFile(MANIFEST_FILE, withHash(manifest, target, hash));
  say('written to go2rtc-bin/manifest.json: compare it with a second source, then commit it');
}

/**
 * @param {Target} target
 * @param {string} hash
 */
async function checkOrNote(target, hash) {
  const known = knownHash(target);
  if (known) {
    checkHash(target, known, hash);
    return;
  }
  const noted = withLocalHash(readManifest(), readLocalManifest(), target, hash);
  await writeFile(LOCAL_MANIFEST_FILE, noted);
  say(
    `NOTICE: go2rtc for ${target.platform}-${target.arch} is not pinned yet: npm verified its package, and its sha256 (${hash}) was noted in go2rtc-bin/local-manifest.json, to be checked before every start.`,
  );
}

/** @param {string} directory
 * @returns {string | undefined} */
function readVersion(directory) {
  const text = readText(path.join(directory, 'package.json'));
  return text ? /** @type {{ version: string }} */ (JSON.parse(text)).version : undefined;
}

async function main() {
  const { values } = readCommandLine(USAGE, {
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

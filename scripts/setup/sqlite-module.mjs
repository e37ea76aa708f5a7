import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { sha256 } from './hash.mjs';
import { ROOT } from './paths.mjs';
import { SetupError } from './run.mjs';

/** The first Electron with Node-API 10, which better-sqlite3's own prebuilt modules declare. */
const NODE_API_10_SINCE_MAJOR = 35;
const MODULE_DIR = path.join(ROOT, 'node_modules/better-sqlite3');
const PREBUILT = {
  file: path.join(MODULE_DIR, 'prebuilds/linux-x64.node'),
  sha256: '1a03a2916dd210925f8a074d460f0f7a2a28b1aeed2a1c3e2bf1a3b0322276cf',
};
/** better-sqlite3 looks here before it looks at its prebuilt modules. */
const PATCHED = {
  file: path.join(MODULE_DIR, 'build/Release/better_sqlite3.node'),
  sha256: '0090fc74c265cb745117988002e9f8d068c93aaaa7864c1fed0bfe588038b183',
};
/** `mov eax, 10` in node_api_module_get_api_version_v1; the operand becomes NODE_API_EXPERIMENTAL_VERSION. */
const INSTRUCTION = { offset: 0x1f2e4, before: 'b80a000000', after: 'b8ffffff7f' };

/** Whether an Electron of this version refuses the prebuilt module.
 * @param {string} electronVersion
 * @returns {boolean} */
export function needsPatchedSqlite(electronVersion) {
  return Number.parseInt(electronVersion, 10) < NODE_API_10_SINCE_MAJOR;
}

/** Whether the module in place is the one an Electron of this version can load.
 * @param {string} electronVersion
 * @returns {boolean} */
export function sqliteFits(electronVersion) {
  if (!needsPatchedSqlite(electronVersion)) return !existsSync(PATCHED.file);
  return existsSync(PATCHED.file) && sha256(PATCHED.file) === PATCHED.sha256;
}

/**
 * Puts the module in place that an Electron of this version can load. Electron 33 has Node-API 9 and ends the process when
 * a module asks for 10; declared "experimental" the same code loads, there and in newer Nodes.
 * @param {string} electronVersion
 */
export function fitSqlite(electronVersion) {
  if (sqliteFits(electronVersion)) return;
  rmSync(path.join(MODULE_DIR, 'build'), { recursive: true, force: true });
  if (!needsPatchedSqlite(electronVersion)) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Electron ${electronVersion} is too old for better-sqlite3 here: use ${NODE_API_10_SINCE_MAJOR} or newer.`,
    );
  }
  if (sha256(PREBUILT.file) !== PREBUILT.sha256) {
    throw new SetupError(
      `${PREBUILT.file} is not the one that is known to work with Electron ${electronVersion}: run \`npm ci\`, or bring the patch up to the new version.`,
    );
  }
  const temporary = `${PATCHED.file}.${process.pid}`;
  mkdirSync(path.dirname(PATCHED.file), { recursive: true });
  writeFileSync(temporary, declareExperimental(readFileSync(PREBUILT.file)));
  if (sha256(temporary) !== PATCHED.sha256) {
    throw new SetupError(
      'The patched better-sqlite3 module is not the expected one; nothing was installed.',
    );
  }
  chmodSync(temporary, 0o755);
  renameSync(temporary, PATCHED.file);
}

/** @param {Buffer} module
 * @returns {Buffer} */
export function declareExperimental(module) {
  const { offset, before, after } = INSTRUCTION;
  const end = offset + before.length / 2;
  if (module.subarray(offset, end).toString('hex') !== before) {
    throw new SetupError(
      'The better-sqlite3 module does not declare its Node-API version where expected.',
    );
  }
  return Buffer.concat([
    module.subarray(0, offset),
    Buffer.from(after, 'hex'),
    module.subarray(end),
  ]);
}

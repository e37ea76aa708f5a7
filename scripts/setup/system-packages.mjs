import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { WANTED, missingOf, namesOf, parseInstalled, parseKnown, pickName } from './apt-names.mjs';
import { SetupError, run, say } from './run.mjs';

const LOCK_WAIT_MS = 300_000;
const LOCK_RETRY_MS = 3_000;
const LOCKED = /Could not get lock|Unable to lock|Could not open lock file.*temporarily/i;
const ENV = { ...process.env, LC_ALL: 'C' };

/** @type {import('./step.mjs').Step} */
export const systemPackages = {
  title: 'system packages',
  async state() {
    if (process.platform !== 'linux') {
      return 'none needed, except ffmpeg on PATH for `npm run demo` and the tests';
    }
    if (!existsSync('/usr/bin/apt-get')) {
      return 'this is not Debian or Ubuntu, so nothing is installed here: the README lists what is needed';
    }
    return (await missing()).length === 0 ? 'all installed' : undefined;
  },
  async apply() {
    const prefix = await privilege();
    let names = await missingNames();
    if (!prefix) throw new SetupError(byHand(names));
    say(`installing ${names.join(' ')}`);
    await apt(prefix, ['update', '-q']);
    names = await missingNames();
    await apt(prefix, ['install', '-y', '-q', '--no-install-recommends', ...names]);
    const left = await missingNames();
    if (left.length > 0) {
      throw new SetupError(
        `apt-get was content, but these packages are still missing: ${left.join(' ')}`,
      );
    }
    return `installed ${names.length}`;
  },
};

/** @param {readonly string[]} names
 * @returns {string} */
function byHand(names) {
  return `System packages are missing and this user may not install them. Run this once, then \`npm run setup\` again:\n\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}\n`;
}

/** @returns {Promise<(string | readonly string[])[]>} */
async function missing() {
  const format = '${Package} ${db:Status-Abbrev}\\n';
  const names = WANTED.flatMap(namesOf);
  const query = await run('dpkg-query', ['-W', '-f', format, ...names], { keptLines: Infinity });
  return missingOf(WANTED, parseInstalled(query.output));
}

/** @returns {Promise<string[]>} the missing packages by the names this release has for them */
async function missingNames() {
  const wanted = await missing();
  const policy = await run('apt-cache', ['policy', ...wanted.flatMap(namesOf)], {
    env: ENV,
    keptLines: Infinity,
  });
  const known = parseKnown(policy.output);
  return wanted.map((entry) => pickName(entry, known));
}

/** @returns {Promise<string[] | undefined>} what goes before a command that needs root, if there is a way at all */
async function privilege() {
  if (process.getuid?.() === 0) return [];
  const sudo = await run('sudo', ['-n', 'true']);
  return sudo.code === 0 ? ['sudo', '-n'] : undefined;
}

/** Waits for whoever holds the package database: on a fresh machine that is often the automatic update.
 * @param {readonly string[]} prefix
 * @param {readonly string[]} args */
async function apt(prefix, args) {
  const startedAt = Date.now();
  const environment = ['env', 'LC_ALL=C', 'DEBIAN_FRONTEND=noninteractive'];
  const [command = '', ...rest] = [
    ...prefix,
    ...environment,
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
    ...args,
  ];
  for (;;) {
    const result = await run(command, rest, { label: `apt-get ${args[0] ?? ''}` });
    if (result.code === 0) return;
    if (!LOCKED.test(result.output) || Date.now() - startedAt > LOCK_WAIT_MS) {
      throw new SetupError(
        `apt-get ${args[0] ?? ''} failed. Correct what it says, then run this again.\n${result.output}`,
      );
    }
    say('another program is installing packages; waiting for it');
    await sleep(LOCK_RETRY_MS);
  }
}

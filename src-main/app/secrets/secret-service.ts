import { execFile } from 'node:child_process';

const ANSWER_TIMEOUT_MS = 5_000;
const SERVICE = 'org.freedesktop.secrets';
const SEARCH = 'org.freedesktop.Secret.Service.SearchItems';
const COLLECTION = 'org.freedesktop.Secret.Collection';
const ROOT = '/org/freedesktop/secrets';
const DEFAULT = `${ROOT}/aliases/default`;

/** How a keyring stands. `absent`: no service answers. `unknown`: this computer has no tool to ask it with. */
export type KeyringState = 'open' | 'locked' | 'absent' | 'unknown';

interface BusTool {
  command: string;
  search: (application: string) => string[];
  isLocked: string[];
}

/** Either is part of every Linux desktop (packages dbus-bin and libglib2.0-bin). */
const TOOLS: readonly BusTool[] = [
  {
    command: 'dbus-send',
    search: (application) => [
      ...[
        '--session',
        '--print-reply',
        `--reply-timeout=${ANSWER_TIMEOUT_MS}`,
        `--dest=${SERVICE}`,
      ],
      ...[ROOT, SEARCH, `dict:string:string:service,${application}`],
    ],
    isLocked: [
      ...[
        '--session',
        '--print-reply',
        `--reply-timeout=${ANSWER_TIMEOUT_MS}`,
        `--dest=${SERVICE}`,
      ],
      ...[DEFAULT, 'org.freedesktop.DBus.Properties.Get', `string:${COLLECTION}`, 'string:Locked'],
    ],
  },
  {
    command: 'gdbus',
    search: (application) => [
      ...['call', '--session', '--dest', SERVICE, '--object-path', ROOT],
      ...['--method', SEARCH, `{'service': '${application}'}`],
    ],
    isLocked: [
      ...['call', '--session', '--dest', SERVICE, '--object-path', DEFAULT],
      ...['--method', 'org.freedesktop.DBus.Properties.Get', COLLECTION, 'Locked'],
    ],
  },
];

/**
 * Asks the Secret Service (freedesktop.org's Secret Storage specification, SearchItems) whether an application's entries can be read.
 * Unlike libsecret, whose every look-up opens the unlock dialog, and whose answer for a locked keyring is that there is no such entry, this
 * opens nothing. Never rejects.
 */
export async function askSecretService(application: string): Promise<KeyringState> {
  for (const tool of TOOLS) {
    const found = await run(tool.command, tool.search(application));
    if (found.kind === 'no-tool') continue;
    if (found.kind === 'failed') return 'absent';
    const [open = '', locked = ''] = listsOf(found.text);
    if (locked.includes(ROOT)) return 'locked';
    if (open.includes(ROOT)) return 'open';
    // Nothing is stored yet. Without a default collection the first entry makes one.
    const isLocked = await run(tool.command, tool.isLocked);
    return isLocked.kind === 'told' && /\btrue\b/.test(isLocked.text) ? 'locked' : 'open';
  }
  return 'unknown';
}

/** The answer's two lists of entries: open ones, locked ones. */
function listsOf(answer: string): string[] {
  return [...answer.matchAll(/\[([^\]]*)\]/g)].map(([, list = '']) => list);
}

type Outcome = { kind: 'told'; text: string } | { kind: 'failed' } | { kind: 'no-tool' };

function run(command: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: ANSWER_TIMEOUT_MS, env: inEnglish() }, (error, text) => {
      if (error === null) resolve({ kind: 'told', text });
      else resolve({ kind: error.code === 'ENOENT' ? 'no-tool' : 'failed' });
    });
  });
}

function inEnglish(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C' };
}

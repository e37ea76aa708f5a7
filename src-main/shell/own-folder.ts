import fs from 'node:fs';
import path from 'node:path';
import type { Message } from '@contract/messages.ts';
import { moveAside } from './move-aside.ts';

/** What the app itself keeps in its folder. The database itself is not among them: it says what stands in its place. */
const FOLDERS = ['logs', 'go2rtc', 'backups', 'event-pictures'];
const FILES = [
  ...[
    'opus.sqlite.before-migration',
    'preferences.json',
    'logs/main.log',
    'logs/main.old.log',
    'logs/admin.log',
  ],
  ...['go2rtc/go2rtc.pid', 'go2rtc/go2rtc.yaml'],
];
const DATABASES = ['opus.sqlite', 'events.sqlite'];
/** Rights of everybody but the user. */
const OTHERS = 0o077;

/** What was found in the folder and put right, and what the person at the desk must read. */
export interface FolderFindings {
  asides: string[];
  tightened: string[];
  notices: Message[];
}

/**
 * Makes the folder this user's alone, whoever made it, and moves aside what stands in the place of our files without being one: a pipe would
 * be waited for before there is a window. To be called before anything in it is opened. Never throws.
 */
export function tidyOwnFolder(
  folder: string,
  platform: NodeJS.Platform = process.platform,
  now = new Date(),
): FolderFindings {
  const findings: FolderFindings = { asides: [], tightened: [], notices: [] };
  if (platform !== 'win32' && !tighten(realPath(folder), findings)) {
    findings.notices.push({ key: 'folder-shared', parameters: { folder } });
  }
  for (const name of [...FOLDERS, ...FILES]) {
    const file = path.join(folder, name);
    // A folder that takes no change is said by whoever needs it.
    const aside = isOdd(file, FOLDERS.includes(name)) ? moveAside(file, now) : null;
    if (aside !== null) findings.asides.push(aside);
  }
  if (platform !== 'win32') {
    for (const file of ownFiles(folder)) tighten(file, findings);
  }
  return findings;
}

/** Something is there, and it is not what belongs there. */
function isOdd(file: string, isFolder: boolean): boolean {
  try {
    if (fs.lstatSync(file, { throwIfNoEntry: false }) === undefined) return false;
    const stats = fs.statSync(file, { throwIfNoEntry: false });
    return !(isFolder ? stats?.isDirectory() : stats?.isFile());
  } catch {
    // What cannot be looked at is said by whoever needs it.
    return false;
  }
}

function ownFiles(folder: string): string[] {
  const isOurs = (name: string): boolean =>
    FILES.includes(name) || DATABASES.some((database) => name.startsWith(database));
  const beside = list(folder).filter(isOurs);
  const inside = FOLDERS.flatMap((name) => [
    name,
    ...list(path.join(folder, name)).map((one) => path.join(name, one)),
  ]);
  return [...beside, ...inside].map((name) => path.join(folder, name));
}

function realPath(folder: string): string {
  try {
    return fs.realpathSync(folder);
  } catch {
    return folder;
  }
}

function list(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/** False: others have rights, and they cannot be taken away. */
function tighten(file: string, { tightened }: FolderFindings): boolean {
  try {
    const stats = fs.lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined || stats.isSymbolicLink() || (stats.mode & OTHERS) === 0) return true;
    fs.chmodSync(file, stats.mode & 0o700);
    tightened.push(file);
    return true;
  } catch {
    return false;
  }
}

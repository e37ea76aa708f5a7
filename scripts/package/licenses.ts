import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../setup/paths.mjs';
import { packageFolders } from './bundled-packages.ts';
import { goModules } from './go-modules.ts';
import { type Notice, readPackageNotice } from './package-notice.ts';

const FOLDER = path.join(ROOT, 'dist/licenses');
/** Packaged as they are, so no bundle knows of them. */
const NATIVE_MODULES = ['better-sqlite3', 'keytar'];
const RULE = '-'.repeat(78);
const INSTALLED_NOTICES = '/opt/opus-nvr/resources/licenses/third-party-notices.txt';

/** Writes what has to go with every package: the app's own licence, those of all it is made of, and Debian's copyright file. */
export async function writeLicenses(
  moduleIds: Iterable<string>,
  go2rtcFile: string,
): Promise<void> {
  const own = await readFile(path.join(ROOT, 'LICENSE'), 'utf8');
  const folders = [
    ...packageFolders(moduleIds, ROOT),
    ...NATIVE_MODULES.map((name) => path.join(ROOT, 'node_modules', name)),
  ];
  const notices = [...folders.map(readPackageNotice), ...(await go2rtcNotices(own, go2rtcFile))];
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path.join(FOLDER, 'LICENSE.txt'), own);
  await writeFile(path.join(FOLDER, 'third-party-notices.txt'), renderNotices(notices));
  await writeFile(path.join(FOLDER, 'copyright'), renderCopyright(own));
}

/** The bundled build is a fork: its package holds the fork's licence, the program is under that of go2rtc's author as well. */
async function go2rtcNotices(mit: string, file: string): Promise<Notice[]> {
  const fork = readPackageNotice(path.join(ROOT, 'node_modules/@camera.ui/go2rtc'));
  const modules = goModules(await readFile(file));
  const terms = mit.slice(mit.indexOf('Permission is hereby granted'));
  const linked = `The program is linked with these Go modules; the licence of each is at https://pkg.go.dev/<module>?tab=licenses:`;
  return [
    fork,
    {
      name: 'go2rtc',
      license: 'MIT',
      homepage: 'https://github.com/AlexxIT/go2rtc',
      text: `Copyright (c) 2022 Alexey Khit\n\n${terms.trim()}\n\n${linked}\n\n${modules.join('\n')}`,
    },
  ];
}

/** One text of all notices, for people to read. */
export function renderNotices(notices: readonly Notice[]): string {
  const parts = notices.map(
    ({ name, license, homepage, text }) => `${RULE}\n${name}\n${license}, ${homepage}\n\n${text}\n`,
  );
  const intro =
    'Opus NVR is made of these parts beside its own. Electron and Chromium have files of their own beside the program:\nLICENSE.electron.txt and LICENSES.chromium.html.\n';
  return `${intro}\n${parts.join('\n')}`;
}

/** Debian's machine-readable form (copyright-format 1.0). */
export function renderCopyright(own: string): string {
  const [, holder = ''] = /^Copyright \(c\) (.+)$/m.exec(own) ?? [];
  const terms = own.slice(own.indexOf('Permission is hereby granted')).trim();
  const body = terms.split('\n').map((line) => (line.trim() === '' ? ' .' : ` ${line}`));
  return [
    'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/',
    'Upstream-Name: Opus NVR',
    '',
    'Files: *',
    `Copyright: ${holder}`,
    'License: Expat',
    ...body,
    `Comment: What the program is made of beside its own code is listed, with its licences, in`,
    ` ${INSTALLED_NOTICES}, and in`,
    ' LICENSE.electron.txt and LICENSES.chromium.html in /opt/opus-nvr.',
    '',
  ].join('\n');
}

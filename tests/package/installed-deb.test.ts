import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  confinedRenderers,
  type Confinement,
  installObstacle,
  runAsNobody,
} from './debian-host.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = '/opt/opus-nvr';
const EXECUTABLE = `${FOLDER}/opus-nvr`;
/** Without this file an installed app lets nobody drive it. */
const MARKER = `${FOLDER}/resources/allow-debugging`;
const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const SYSTEM_FOLDERS = ['/opt', '/usr', '/etc', '/var/lib/dpkg/alternatives'];

const obstacle = installObstacle('opus-nvr');
if (obstacle !== null) console.log(`the installation of the deb is not tested: ${obstacle}`);

describe.skipIf(obstacle !== null)('the deb, installed', () => {
  let work = '';

  beforeAll(() => {
    work = mkdtempSync(path.join(tmpdir(), 'opus-package-'));
    chmodSync(work, 0o777);
    const packaging = [path.join(ROOT, 'scripts/package.ts'), '--test-deb', '--output', work];
    execFileSync(process.execPath, packaging, { stdio: 'inherit' });
    const [deb = ''] = execFileSync('find', [work, '-name', '*.deb'], { encoding: 'utf8' }).split(
      '\n',
    );
    execFileSync('dpkg', ['-i', deb], { stdio: 'inherit' });
    writeFileSync(MARKER, '');
  });

  afterAll(() => {
    rmSync(MARKER, { force: true });
    execFileSync('dpkg', ['--purge', 'opus-nvr'], { stdio: 'inherit' });
    rmSync(work, { recursive: true, force: true });
    expect(leftFiles(), 'left after purging').toEqual([]);
  });

  it('lies where Chromium can start its sandbox helper, which is set up', () => {
    const helper = statSync(`${FOLDER}/chrome-sandbox`);
    expect((helper.mode & 0o7777).toString(8)).toBe('4755');
    expect(helper.uid).toBe(0);
    expect(statSync('/usr/bin/opus-nvr').isFile()).toBe(true);
  });

  it('depends on every package that its libraries come from', () => {
    const linked = [
      EXECUTABLE,
      `${FOLDER}/resources/app.asar.unpacked/node_modules/keytar/build/Release/keytar.node`,
    ];
    const lines = execFileSync('ldd', linked, { encoding: 'utf8' });
    expect(lines).not.toContain('not found');
    const depends = execFileSync('dpkg-query', ['-W', '-f', '${Depends}', 'opus-nvr'], {
      encoding: 'utf8',
    }).split(', ');
    expect(depends).toEqual(
      expect.arrayContaining(['libasound2', 'libgbm1', 'libdrm2', 'libsecret-1-0']),
    );
  });

  it('is in menus, with an icon in each size', () => {
    const entry = readFileSync('/usr/share/applications/opus-nvr.desktop', 'utf8');
    expect(entry.split('\n')).toEqual(
      expect.arrayContaining([
        'Name=Opus NVR',
        `Exec=${EXECUTABLE} %U`,
        'Icon=opus-nvr',
        'StartupWMClass=Opus NVR',
      ]),
    );
    const icons = '/usr/share/icons/hicolor';
    const files = ICON_SIZES.map((size) => `${icons}/${size}x${size}/apps/opus-nvr.png`);
    for (const file of [...files, `${icons}/scalable/apps/opus-nvr.svg`])
      expect(existsSync(file), file).toBe(true);
  });

  it('brings the licences of all it is made of, and nothing of the stand-in runtime', () => {
    const notices = readFileSync(`${FOLDER}/resources/licenses/third-party-notices.txt`, 'utf8');
    const names = [
      'react ',
      'zod ',
      'kysely ',
      'electron-store ',
      'conf ',
      'fast-xml-parser ',
      'lucide-react ',
      '@fontsource-variable/inter ',
      'better-sqlite3 ',
      'keytar ',
      'go2rtc',
    ];
    for (const name of names) expect(notices).toContain(`\n${name}`);
    expect(readFileSync('/usr/share/doc/opus-nvr/copyright', 'utf8')).toContain('License: Expat');
    for (const file of [
      'LICENSE.electron.txt',
      'LICENSES.chromium.html',
      'resources/licenses/LICENSE.txt',
    ]) {
      expect(existsSync(path.join(FOLDER, file)), file).toBe(true);
    }
    expect(existsSync(`${FOLDER}/resources/default_app.asar`)).toBe(false);
    const modules = execFileSync('find', [FOLDER, '-name', '*.node'], { encoding: 'utf8' });
    expect(modules.trim().split('\n')).toHaveLength(2);
  });

  it('shows a recorder to a user without rights, sandboxed by user namespaces or the SUID helper', async () => {
    const { exitCode, output, renderers } = await smoke(work, FOLDER);
    expect(exitCode, output).toBe(0);
    expectSandboxed(renderers);
  });

  it('… and where the kernel gives users no namespaces', async () => {
    const wrapper = path.join(work, 'without-namespaces');
    mkdirSync(path.join(work, 'resources'));
    writeFileSync(path.join(work, 'resources/allow-debugging'), '');
    writeFileSync(wrapper, `#!/bin/sh\nexec ${EXECUTABLE} --disable-namespace-sandbox "$@"\n`, {
      mode: 0o755,
    });
    const { exitCode, output, renderers } = await smoke(work, wrapper);
    expect(exitCode, output).toBe(0);
    expectSandboxed(renderers);
  });
});

/** Adds a recorder and waits for 16 live tiles; tells how the renderers were confined meanwhile. */
async function smoke(work: string, app: string) {
  const home = mkdtempSync(path.join(work, 'home-'));
  chmodSync(home, 0o777);
  const e2e = [path.join(ROOT, 'scripts/e2e.ts'), '--app', app, '--grep', '@smoke'];
  const command = [process.execPath, ...e2e, '--output', path.join(home, 'results')];
  const running = runAsNobody(command, { HOME: home, CI: 'true' });
  const renderers: Confinement[] = [];
  const over = new AbortController();
  const watching = (async () => {
    while (!over.signal.aborted) {
      renderers.push(...confinedRenderers(EXECUTABLE));
      await sleep(200);
    }
  })();
  const ended = await running;
  over.abort();
  await watching;
  return { ...ended, renderers };
}

/** A renderer is confined some moments after it began, so the last look counts. */
function expectSandboxed(renderers: readonly Confinement[]): void {
  const last = renderers.at(-1);
  expect(last?.seccomp).toBe(2);
  expect(last?.pidNamespaces).toBeGreaterThan(1);
  expect(last?.uid).toBe(65_534);
}

function leftFiles(): string[] {
  const named = ['(', '-iname', '*opus-nvr*', '-o', '-iname', '*opus nvr*', ')'];
  const found = execFileSync('find', [...SYSTEM_FOLDERS, '-xdev', ...named], { encoding: 'utf8' });
  return found.split('\n').filter((line) => line !== '');
}

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tidyOwnFolder } from '../../../../src-main/shell/own-folder.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);
const modeOf = (name: string) => fs.statSync(at(name)).mode & 0o777;
const put = (name: string, mode: number) => {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), name);
  fs.chmodSync(at(name), mode);
};

beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opus-test-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe.skipIf(process.platform === 'win32')('rights of others', () => {
  it('are taken away from the folder and from what is the app’s in it', () => {
    const ours = ['opus.sqlite', 'opus.sqlite-wal', 'logs/admin.log', 'backups/a.sqlite'];
    for (const name of ours) put(name, 0o666);
    put('somebody-elses', 0o644);
    for (const name of ['', 'logs']) fs.chmodSync(at(name), 0o777);
    const { tightened, notices } = tidyOwnFolder(folder);
    expect(notices).toEqual([]);
    expect([...ours, '', 'logs'].map(modeOf)).toEqual([...ours.map(() => 0o600), 0o700, 0o700]);
    expect(modeOf('somebody-elses')).toBe(0o644);
    expect(tightened).toEqual(expect.arrayContaining([folder, ...ours.map(at)]));
    expect(tidyOwnFolder(folder).tightened).toEqual([]);
  });

  it('are taken away where a link leads, and not from what a link inside names', () => {
    put('real/opus.sqlite', 0o644);
    put('elsewhere', 0o644);
    fs.chmodSync(at('real'), 0o755);
    fs.symlinkSync(at('real'), at('link'));
    fs.symlinkSync(at('elsewhere'), at('real/preferences.json'));
    tidyOwnFolder(at('link'));
    expect(['real', 'real/opus.sqlite', 'elsewhere'].map(modeOf)).toEqual([0o700, 0o600, 0o644]);
  });

  it.skipIf(process.getuid?.() !== 0)('that cannot be taken away are said', () => {
    fs.chmodSync(folder, 0o777);
    const module = path.resolve(import.meta.dirname, '../../../../src-main/shell/own-folder.ts');
    const asked = `import(${JSON.stringify(module)}).then((m) => console.log(m.tidyOwnFolder(${JSON.stringify(folder)}).notices[0].parameters.folder))`;
    // Somebody who owns nothing.
    const said = execFileSync(process.execPath, ['-e', asked], { uid: 65_534, encoding: 'utf8' });
    expect(said.trim()).toBe(folder);
  });
});

describe.skipIf(process.platform === 'win32')('in the place of one of the app’s', () => {
  it.each([
    ['a file', 'a pipe', 'logs/main.log', () => pipe('logs/main.log')],
    ['a file', 'a folder', 'logs/admin.log', () => fs.mkdirSync(at('logs/admin.log'))],
    ['a file', 'a dead link', 'preferences.json', () => link('preferences.json', '/nowhere')],
    ['a file', 'a device', 'go2rtc/go2rtc.pid', () => link('go2rtc/go2rtc.pid', '/dev/zero')],
    ['a folder', 'a pipe', 'backups', () => pipe('backups')],
    ['a folder', 'a file', 'go2rtc', () => put('go2rtc', 0o600)],
  ])('%s, %s is moved aside (%s)', (_what, _other, name, make) => {
    if (path.dirname(name) !== '.') fs.mkdirSync(path.dirname(at(name)));
    make();
    const { asides } = tidyOwnFolder(folder, process.platform, new Date('2026-01-02'));
    expect(asides).toEqual([`${at(name)}.aside-2026-01-02T00-00-00-000Z`]);
    expect(fs.lstatSync(at(name), { throwIfNoEntry: false })).toBeUndefined();
    expect(fs.lstatSync(asides[0] ?? '')).toBeDefined();
  });

  it('a link to the right thing stays', () => {
    put('elsewhere/main.log', 0o600);
    fs.symlinkSync(at('elsewhere'), at('logs'));
    expect(tidyOwnFolder(folder).asides).toEqual([]);
    expect(fs.existsSync(at('logs/main.log'))).toBe(true);
  });

  function pipe(name: string): void {
    execFileSync('mkfifo', [at(name)]);
  }
  function link(name: string, target: string): void {
    fs.symlinkSync(target, at(name));
  }
});

it('a folder that is not there yet is nobody’s fault', () => {
  expect(tidyOwnFolder(at('new'))).toEqual({ asides: [], tightened: [], notices: [] });
});

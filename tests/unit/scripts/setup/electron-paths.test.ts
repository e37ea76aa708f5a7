import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { executableName, findElectron } from '../../../../scripts/setup/electron-paths.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'opus-test-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('an Electron named in the environment', () => {
  it.runIf(process.platform !== 'darwin')('wins over whatever else is there', () => {
    writeFileSync(path.join(folder, executableName()), '');
    writeFileSync(path.join(folder, 'version'), 'v39.1.2\n');
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toEqual({
      origin: 'override',
      dist: folder,
      executable: path.join(folder, executableName()),
      version: '39.1.2',
    });
  });

  it('is never silently replaced by another', () => {
    expect(() => findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toThrow(/Correct or unset/);
  });
});

it.each([
  ['linux', 'electron'],
  ['win32', 'electron.exe'],
  ['darwin', 'Electron.app/Contents/MacOS/Electron'],
] as const)('the executable on %s', (platform, name) => {
  expect(executableName(platform)).toBe(name);
});

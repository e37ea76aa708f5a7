import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowDebugging, packagedExecutable } from '../../../../scripts/package/packaged-app.ts';

describe('the executable of a packaged app', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'opus-test-'));
    writeFileSync(path.join(folder, 'opus-nvr'), '');
    mkdirSync(path.join(folder, 'empty'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is found in its folder, or is the very file that was named', () => {
    const executable = path.join(folder, 'opus-nvr');
    expect(packagedExecutable(folder, 'linux')).toBe(executable);
    expect(packagedExecutable(executable, 'linux')).toBe(executable);
  });

  it('is missed with a sentence', () => {
    const nowhere = path.join(folder, 'nowhere');
    expect(() => packagedExecutable(nowhere, 'linux')).toThrow(/no packaged app at/);
    expect(() => packagedExecutable(path.join(folder, 'empty'), 'linux')).toThrow(/no opus-nvr in/);
  });

  it('can be driven only while a file beside its archive allows it', () => {
    const executable = path.join(folder, 'opus-nvr');
    const marker = path.join(folder, 'resources/allow-debugging');
    expect(() => allowDebugging(executable, 'linux')).toThrow(/refuses to be driven/);
    mkdirSync(path.dirname(marker));

    const forbid = allowDebugging(executable, 'linux');
    expect(existsSync(marker)).toBe(true);
    // One that was there before stays.
    allowDebugging(executable, 'linux')();
    expect(existsSync(marker)).toBe(true);
    forbid();
    expect(existsSync(marker)).toBe(false);
  });
});

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveAppFile } from '../../../../src-main/shell/security/app-address.ts';

const FOLDER = path.resolve('/opt/opus/dist/renderer');

describe('resolveAppFile', () => {
  it.each([
    ['app://opus/', 'index.html'],
    ['app://opus/index.html', 'index.html'],
    ['app://opus/index.html?x=1#y', 'index.html'],
    ['app://opus/assets/main-1.js', 'assets/main-1.js'],
    ['app://opus/assets/with%20space.svg', 'assets/with space.svg'],
    ['app://opus/a/../index.html', 'index.html'],
  ])('%s is %s', (url, file) => {
    expect(resolveAppFile(url, FOLDER)).toBe(path.join(FOLDER, file));
  });

  it.each([
    'app://opus/..%2f..%2f..%2fetc/passwd',
    'app://opus/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://opus/assets/..%2f..%2fmain/index.js',
    'app://opus/..%2frenderer-evil/x.js',
    'app://opus/%E0%A4%A',
  ])('%s is nothing of ours', (url) => {
    expect(resolveAppFile(url, FOLDER)).toBeNull();
  });

  it.each(['app://evil/index.html', 'app://opus.evil/index.html', 'app://opus:1/index.html'])(
    '%s is another host',
    (url) => {
      expect(resolveAppFile(url, FOLDER)).toBeNull();
    },
  );
});

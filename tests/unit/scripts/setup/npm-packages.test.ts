import { expect, it } from 'vitest';
import { matchesLock } from '../../../../scripts/setup/npm-packages.mjs';

const LOCKED = {
  '': {},
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-win32': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};
const A = { version: '1.0.0', integrity: 'sha512-a' };

it.each([
  ['exactly that', { 'node_modules/a': A }, true],
  ['an optional package too', { ...LOCKED }, true],
  ['nothing', {}, false],
  ['another version', { 'node_modules/a': { ...A, version: '1.0.1' } }, false],
  ['other content', { 'node_modules/a': { ...A, integrity: 'sha512-x' } }, false],
  [
    'another optional version',
    { 'node_modules/a': A, 'node_modules/b-win32': { version: '1.9.0' } },
    false,
  ],
  ['a package too many', { 'node_modules/a': A, 'node_modules/c': { version: '1.0.0' } }, false],
])('installed is %s', (_what, installed, isMatch) => {
  expect(matchesLock(LOCKED, installed)).toBe(isMatch);
});

it('a package without an integrity in the lockfile is right by its version', () => {
  const locked = { 'node_modules/x': { version: '1.0.0', optional: true } };
  const installed = (version: string) => ({ 'node_modules/x': { version, integrity: 'sha512-x' } });
  expect(matchesLock(locked, installed('1.0.0'))).toBe(true);
  expect(matchesLock(locked, installed('1.0.1'))).toBe(false);
});

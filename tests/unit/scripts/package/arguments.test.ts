import { expect, it } from 'vitest';
import { parsePackageArguments } from '../../../../scripts/package/arguments.ts';

it('installers are made unless something else was asked for', () => {
  expect(parsePackageArguments([])).toEqual({ kind: 'installers', output: undefined, rest: [] });
  expect(parsePackageArguments(['--dir']).kind).toBe('folder');
  expect(parsePackageArguments(['--test-deb', '--output', 'x'])).toMatchObject({
    kind: 'test-deb',
    output: 'x',
  });
});

it("what follows two dashes is electron-builder's", () => {
  expect(parsePackageArguments(['--dir', '--', '--linux', 'rpm']).rest).toEqual(['--linux', 'rpm']);
});

it('what nobody knows is refused', () => {
  expect(() => parsePackageArguments(['--fast'])).toThrow(/--fast[^]*usage: npm run package/);
});

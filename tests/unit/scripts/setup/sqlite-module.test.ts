import { expect, it } from 'vitest';
import {
  declareExperimental,
  needsPatchedSqlite,
} from '../../../../scripts/setup/sqlite-module.mjs';

const OFFSET = 0x1f2e4;

it.each([
  ['33.4.11', true],
  ['34.5.8', true],
  ['35.0.0', false],
  ['45.4.1', false],
  ['100.0.0', false],
])('Electron %s needs another module: %s', (version, isNeeded) => {
  expect(needsPatchedSqlite(version)).toBe(isNeeded);
});

it('only the declared Node-API version is changed', () => {
  const module = Buffer.alloc(OFFSET + 16, 1);
  module.write('b80a000000', OFFSET, 'hex');
  const patched = declareExperimental(module);
  expect(patched).toHaveLength(module.length);
  expect(patched.subarray(OFFSET, OFFSET + 6).toString('hex')).toBe('b8ffffff7f01');
  expect(patched.subarray(0, OFFSET).equals(module.subarray(0, OFFSET))).toBe(true);
});

it('another module is left alone', () => {
  expect(() => declareExperimental(Buffer.alloc(OFFSET + 16))).toThrow(/Node-API/);
});

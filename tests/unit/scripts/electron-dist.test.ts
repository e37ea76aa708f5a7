import { expect, it } from 'vitest';
import { sandboxArgs } from '../../../scripts/electron-dist.ts';
import { exitCodeOf } from '../../../scripts/foreground.ts';

it.each([
  ['linux', 0, ['--no-sandbox']],
  ['linux', 1000, []],
  ['darwin', 0, []],
  ['win32', undefined, []],
] as const)('on %s user %s gets %j', (platform, userId, args) => {
  expect(sandboxArgs(platform, userId)).toEqual(args);
});

it('a process ended by a signal is reported as a shell would', () => {
  expect(exitCodeOf(0, null)).toBe(0);
  expect(exitCodeOf(3, null)).toBe(3);
  expect(exitCodeOf(null, 'SIGTERM')).toBe(143);
});

import { expect, it } from 'vitest';
import { hasDisplay, sandboxArgs } from '../../../scripts/electron-dist.ts';
import { exitCodeOf } from '../../../scripts/foreground.ts';

it.each([
  ['linux', 0, ['--no-sandbox']],
  ['linux', 1000, []],
  ['darwin', 0, []],
  ['win32', undefined, []],
] as const)('on %s user %s gets %j', (platform, userId, args) => {
  expect(sandboxArgs(platform, userId)).toEqual(args);
});

it('only Linux can be without a display', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'darwin')).toBe(true);
});

it('a process ended by a signal is reported as a shell would', () => {
  expect(exitCodeOf(0, null)).toBe(0);
  expect(exitCodeOf(3, null)).toBe(3);
  expect(exitCodeOf(null, 'SIGTERM')).toBe(143);
});

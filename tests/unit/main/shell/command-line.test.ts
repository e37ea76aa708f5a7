import { describe, expect, it, vi } from 'vitest';
import {
  foreignSwitches,
  removeForeignSwitches,
} from '../../../../src-main/shell/security/command-line.ts';

const OPENING = [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--inspect=127.0.0.1:9229',
  '--inspect-brk',
  '--js-flags=--expose-gc',
  '--log-net-log=/tmp/all-headers.json',
  '--proxy-server=10.0.0.1:3128',
  '--load-extension=/tmp/extension',
  '--renderer-cmd-prefix=xterm -e gdb --args',
  '--disable-web-security',
];

describe('foreignSwitches', () => {
  it.each(OPENING)('does not take %s, with one dash or two', (argument) => {
    const name = argument.slice(2).split('=')[0];
    expect(foreignSwitches(['opus-nvr', argument], 'linux')).toEqual([name]);
    expect(foreignSwitches(['opus-nvr', argument.slice(1)], 'linux')).toEqual([name]);
  });

  it('knows the ways Windows writes them', () => {
    const argv = ['Opus NVR.exe', '/Remote-Debugging-Port=0', '--INSPECT', '/yes'];
    expect(foreignSwitches(argv, 'win32')).toEqual(['remote-debugging-port', 'inspect']);
  });

  it('takes what a station needs for its screen, its sandbox and its keyring', () => {
    const argv = [
      ...['opus-nvr', '--no-sandbox', '--ozone-platform-hint=auto', '--disable-gpu'],
      ...['--enable-features=VaapiVideoDecoder', '--password-store=gnome-libsecret'],
      ...['--reset-admin-pin', '--yes', '--walls=2', '--', '/a/path', '', '-'],
    ];
    expect(foreignSwitches(argv, 'linux')).toEqual([]);
  });
});

it('takes them back from Chromium and says which', () => {
  const removeSwitch = vi.fn();
  const argv = ['opus-nvr', '--inspect', '--disable-gpu', '--remote-debugging-port=1', '--inspect'];
  expect(removeForeignSwitches({ removeSwitch }, argv, 'linux')).toEqual([
    'inspect',
    'remote-debugging-port',
  ]);
  expect(removeSwitch.mock.calls.flat()).toEqual(['inspect', 'remote-debugging-port']);
});

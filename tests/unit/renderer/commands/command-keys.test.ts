import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { REQUESTS } from '@contract/ipc-contract.ts';
import type { Permission } from '@contract/permission.ts';
import { listenForKeys, ownCommands } from '../../../../src-renderer/commands/command-keys.ts';
import { COMMANDS } from '../../../../src-renderer/commands/commands.ts';

class FakeElement extends EventTarget {
  closest(): null {
    return null;
  }
}

const page = Object.assign(new FakeElement(), { querySelector: () => null });
const NO_MODIFIERS = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const record = vi.fn<() => void>();
const help = vi.fn<() => void>();
const onRefused = vi.fn<() => void>();
let granted: (Permission | null)[];
let ends: (() => void)[];

beforeEach(() => {
  vi.stubGlobal('document', page);
  vi.stubGlobal('HTMLElement', FakeElement);
  vi.clearAllMocks();
  granted = [null, 'watch'];
  ends = [
    listenForKeys({ may: (permission) => granted.includes(permission), onRefused }),
    ownCommands('tile', { record: () => record }),
    ownCommands('wall', { help: () => help }),
  ];
});
afterEach(() => {
  for (const end of ends) end();
  vi.unstubAllGlobals();
});

function press(key: string): Event {
  const event = Object.assign(new Event('keydown', { cancelable: true }), {
    ...{ key, code: '' },
    ...NO_MODIFIERS,
  });
  page.dispatchEvent(event);
  return event;
}

it('a key does what its command is there for', () => {
  press('r');
  press('?');
  expect([record, help, onRefused].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
});

it('a key whose command takes a permission that is lacking does nothing, and says so', () => {
  granted = [null];
  expect(press('r').defaultPrevented).toBe(true);
  press('?');
  expect([record, help, onRefused].map(({ mock }) => mock.calls.length)).toEqual([0, 1, 1]);
});

it('a key that nobody acts on now is refused to nobody', () => {
  granted = [null];
  expect(press('s').defaultPrevented).toBe(false);
  expect(onRefused).not.toHaveBeenCalled();
});

it('commands take what the requests take that they lead to', () => {
  const { snapshot, record: recording } = COMMANDS.tile;
  expect(snapshot.permission).toBe(REQUESTS['snapshot:save'].permission);
  expect(recording.permission).toBe(REQUESTS['clip:start'].permission);
  expect(COMMANDS.wall.lock.permission).toBe(REQUESTS['admin:lock'].permission);
});

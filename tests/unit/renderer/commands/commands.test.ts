import { describe, expect, it } from 'vitest';
import {
  type Command,
  commandFor,
  COMMANDS,
  KEY_GROUPS,
  withKey,
} from '../../../../src-renderer/commands/commands.ts';
import { keyOf } from '../../../../src-renderer/commands/foreign-keys.ts';

const NO_MODIFIERS = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, more: object = {}) =>
  keyOf({ key, code: '', ...NO_MODIFIERS, ...more });

describe('the list of commands', () => {
  it.each(KEY_GROUPS)('binds no key of “$title” twice, and none to nothing', ({ commands }) => {
    for (const { keys } of commands) expect(keys).not.toEqual([]);
    const keys = commands.flatMap((command) => command.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('is on the sheet, each command once and with its keys', () => {
    const all: Command[] = [
      ...Object.values(COMMANDS.tile),
      ...Object.values(COMMANDS.fullscreen),
      ...Object.values(COMMANDS.wall),
      ...Object.values(COMMANDS.review),
      ...Object.values(COMMANDS.events),
      ...Object.values(COMMANDS.health),
    ];
    const listed = KEY_GROUPS.flatMap(({ commands }) => commands);
    expect(new Set(listed)).toEqual(new Set(all));
    expect(listed).toHaveLength(all.length);
    for (const { shown, about } of listed) expect([shown.length, about.length]).not.toContain(0);
  });

  it('names keys in tooltips', () => {
    expect(withKey('Lock now', 'wall', 'lock')).toBe('Lock now (L)');
  });
});

describe('a key', () => {
  it('is a letter whatever Shift and Caps Lock say, and else its name', () => {
    expect(commandFor('wall', press('F', { shiftKey: true }) ?? '')).toBe('fill');
    expect(commandFor('wall', press('F1') ?? '')).toBe('help');
    expect(commandFor('tile', press('R') ?? '')).toBe('record');
    expect(commandFor('wall', 'x')).toBeNull();
  });

  it('with Ctrl is a digit by its place, or the system’s', () => {
    for (const code of ['Digit2', 'Numpad2']) {
      expect(press('é', { code, ctrlKey: true })).toBe('Ctrl+2');
      expect(press('é', { code, metaKey: true })).toBe('Ctrl+2');
      expect(press('é', { code, ctrlKey: true, shiftKey: true })).toBeNull();
      expect(press('2', { code, ctrlKey: true, altKey: true })).toBeNull();
    }
    expect(press('f', { code: 'KeyF', ctrlKey: true })).toBeNull();
    expect(press('z', { code: 'KeyZ', ctrlKey: true })).toBe('Ctrl+z');
    expect(press('Z', { code: 'KeyZ', ctrlKey: true, shiftKey: true })).toBeNull();
    expect(press('f', { altKey: true })).toBeNull();
  });
});

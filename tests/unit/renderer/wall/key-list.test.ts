import { describe, expect, it } from 'vitest';
import {
  commandFor,
  KEY_GROUPS,
  TILE_KEYS,
  WALL_KEYS,
} from '../../../../src-renderer/features/wall/keys/key-list.ts';

describe('the list of keys', () => {
  it('gives each key one meaning; only Esc goes back step by step', () => {
    const keys = KEY_GROUPS.flatMap(({ entries }) => entries.flatMap((entry) => entry.keys));
    const again = keys.filter((key, index) => keys.indexOf(key) !== index);
    expect(again).toEqual(['Escape']);
  });

  it('tells a letter whatever Shift and Caps Lock say, and other keys by their name', () => {
    expect(commandFor(WALL_KEYS, 'F')).toBe('fill');
    expect(commandFor(WALL_KEYS, 'F1')).toBe('help');
    expect(commandFor(TILE_KEYS, 'R')).toBe('record');
    expect(commandFor(WALL_KEYS, 'x')).toBeNull();
  });
});

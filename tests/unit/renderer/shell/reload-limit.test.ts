import { expect, it } from 'vitest';
import { mayReload } from '../../../../src-renderer/features/shell/notices/reload-limit.ts';

function memory(): Storage {
  const values = new Map<string, string>();
  const getItem = (key: string) => values.get(key) ?? null;
  return { getItem, setItem: (key: string, value: string) => values.set(key, value) } as never;
}

it('three times in a row, and again when the last ones are long past', () => {
  const storage = memory();
  expect([1, 2, 3, 4].map((atMs) => mayReload(storage, atMs))).toEqual([true, true, true, false]);
  expect(mayReload(storage, 10 * 60_000)).toBe(true);
});

import { expect, it } from 'vitest';
import { descendantsOf, parseStat } from '../../../../scripts/desktop/process-sweep.ts';

const stat = (pid: number, name: string, state: string, parent: number) =>
  `${pid} (${name}) ${state} ${parent} ${pid} ${pid} 0 -1 4194304 1 0 0 0 1 2 0 0 20 0 7 0 ${pid * 10} 1000 50`;

it('a process is known by pid and start time', () => {
  expect(parseStat(stat(42, 'go2rtc', 'S', 7))).toEqual({
    pid: 42,
    parent: 7,
    name: 'go2rtc',
    startedAt: '420',
  });
});

it('a name may hold anything', () => {
  expect(parseStat(stat(42, 'a) S 1 (b', 'R', 7))).toMatchObject({ name: 'a) S 1 (b', parent: 7 });
});

it('a zombie is gone, and so is what cannot be read', () => {
  expect(parseStat(stat(42, 'electron', 'Z', 7))).toBeUndefined();
  expect(parseStat('')).toBeUndefined();
});

it('descendants are found in whatever order the table is', () => {
  const entry = (pid: number, parent: number) => ({ pid, parent, name: 'x', startedAt: '1' });
  const table = [entry(30, 20), entry(99, 1), entry(20, 10), entry(10, 5)];
  expect(descendantsOf(new Set([10]), table).map(({ pid }) => pid)).toEqual([20, 30]);
});

import { expect, it } from 'vitest';
import { ReloadPolicy } from '../../../../src-main/shell/windows/reload-policy.ts';

it('reloads a crashed page at once, and one that crashes again a little later', () => {
  const policy = new ReloadPolicy();
  expect(policy.decide(1_000)).toEqual({ kind: 'reload', afterMs: 0 });
  expect(policy.decide(2_000)).toEqual({ kind: 'reload', afterMs: 4_000 });
  expect(policy.decide(60_000)).toEqual({ kind: 'reload', afterMs: 0 });
});

it('asks about a loop, and begins to count anew', () => {
  const policy = new ReloadPolicy();
  const kinds = [0, 6_000, 12_000, 18_000, 24_000].map((atMs) => policy.decide(atMs).kind);
  expect(kinds).toEqual(['reload', 'reload', 'reload', 'ask', 'reload']);
});

it('takes a crash each hour for no loop', () => {
  const policy = new ReloadPolicy();
  const kinds = [1, 2, 3, 4, 5].map((hour) => policy.decide(hour * 3_600_000).kind);
  expect(new Set(kinds)).toEqual(new Set(['reload']));
});

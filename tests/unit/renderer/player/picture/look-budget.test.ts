import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LookBudget } from '../../../../../src-renderer/player/picture/look-budget.ts';

const TICK_MS = 250;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Tiles with a new picture at each tick, none of which is asked while a look of it is on its way. */
async function lookFor(durationMs: number, tiles: number, costMs: number) {
  const budget = new LookBudget();
  const looked = Array.from({ length: tiles }, () => ({
    atMs: -Infinity,
    count: 0,
    isBusy: false,
  }));
  for (let nowMs = 0; nowMs < durationMs; nowMs += TICK_MS) {
    for (const tile of looked) {
      if (tile.isBusy || !budget.mayLook(nowMs, tile.atMs)) continue;
      Object.assign(tile, { atMs: nowMs, count: tile.count + 1, isBusy: true });
      const pause = () => new Promise((resolve) => setTimeout(resolve, costMs));
      void budget.spend(pause).then(() => (tile.isBusy = false));
    }
    await vi.advanceTimersByTimeAsync(TICK_MS);
  }
  return looked.map(({ count }) => count);
}

it('lets a usual wall look four times a second', async () => {
  expect(Math.min(...(await lookFor(10_000, 16, 1)))).toBe(40);
});

it('gives 64 tiles whose looks take 10 ms a fifth of the time, all alike', async () => {
  const counts = await lookFor(60_000, 64, 10);
  const total = counts.reduce((sum, count) => sum + count, 0);
  expect(total * 10).toBeLessThan(0.3 * 60_000);
  expect(Math.min(...counts)).toBeGreaterThan(5);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(4);
});

it('goes on after a look that failed', async () => {
  const budget = new LookBudget();
  await expect(budget.spend(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  await expect(budget.spend(() => Promise.resolve(1))).resolves.toBe(1);
});

import { expect, it } from 'vitest';
import { retryDelayMs } from '../../../../src-renderer/player/reconnect-policy.ts';

it('doubles up to a cap and stays there', () => {
  const delays = [0, 1, 2, 3, 4, 5, 6, 7, 100].map((retry) => retryDelayMs(retry, 0));
  expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000]);
});

it('spreads tiles downwards only', () => {
  expect(retryDelayMs(6, 0.999)).toBeGreaterThanOrEqual(22_500);
  expect(retryDelayMs(6, 0.5)).toBe(26_250);
});

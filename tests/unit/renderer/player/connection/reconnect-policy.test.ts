import { expect, it } from 'vitest';
import { retryDelayMs } from '../../../../../src-renderer/player/connection/reconnect-policy.ts';

it.each(['connection-lost', 'unreachable', 'timeout', 'server-gone', 'no-picture'] as const)(
  'asks again soon after %s, however long that lasts',
  (reason) => {
    const delays = [0, 1, 2, 3, 100].map((retry) => retryDelayMs(retry, 0, reason));
    expect(delays).toEqual([500, 1000, 2000, 3000, 3000]);
  },
);

it.each(['session-limit', 'channel-missing', 'rejected', 'unknown'] as const)(
  'spares a recorder that said no: %s',
  (reason) => {
    const delays = [0, 1, 2, 3, 4, 5, 6, 100].map((retry) => retryDelayMs(retry, 0, reason));
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000]);
  },
);

it('spreads tiles downwards only', () => {
  expect(retryDelayMs(6, 0.999, 'rejected')).toBeGreaterThanOrEqual(22_500);
  expect(retryDelayMs(6, 0.5, 'rejected')).toBe(26_250);
});

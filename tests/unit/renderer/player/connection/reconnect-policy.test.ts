import { expect, it } from 'vitest';
import { retryDelayMs } from '../../../../../src-renderer/player/connection/reconnect-policy.ts';
import type { OfflineReason } from '../../../../../src-renderer/player/player-types.ts';

const RETRIES = [0, 1, 2, 3, 4, 5, 6, 100];
const offline = (reason: OfflineReason) => ({ kind: 'offline', reason }) as const;

it.each([
  'connection-lost',
  'unreachable',
  'timeout',
  'slow',
  'server-gone',
  'no-picture',
  'decode-error',
] as const)('asks again soon after %s, however long that lasts', (reason) => {
  const delays = RETRIES.map((retry) => retryDelayMs(retry, 0, offline(reason)));
  expect(delays).toEqual([500, 1000, 2000, 3000, 3000, 3000, 3000, 3000]);
});

it.each(['channel-missing', 'rejected', 'no-video', 'unknown'] as const)(
  'has a camera back within 15 s that its recorder had lost: %s',
  (reason) => {
    const delays = RETRIES.map((retry) => retryDelayMs(retry, 0, offline(reason)));
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000, 8000]);
  },
);

it.each(['session-limit', 'session-ended', 'udp-only', 'encrypted', 'channel-gone'] as const)(
  'asks a recorder that said no ever more rarely: %s',
  (reason) => {
    const delays = RETRIES.map((retry) => retryDelayMs(retry, 0, offline(reason)));
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000]);
  },
);

it('asks rarely where a login was refused or nothing can be decoded, and never gives up', () => {
  const refused = RETRIES.slice(0, 3).map((retry) => retryDelayMs(retry, 0, { kind: 'refused' }));
  expect(refused).toEqual([15_000, 60_000, 60_000]);
  expect(retryDelayMs(0, 0, { kind: 'unsupported' })).toBe(60_000);
});

it('spreads tiles downwards only', () => {
  expect(retryDelayMs(6, 0.999, offline('session-limit'))).toBeGreaterThanOrEqual(22_500);
  expect(retryDelayMs(6, 0.5, offline('session-limit'))).toBe(26_250);
});

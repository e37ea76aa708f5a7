import { expect, it } from 'vitest';
import type { RecorderHealth } from '@contract/models/health.ts';
import { healthsAfter } from '../../../../src-renderer/model/health-list.ts';

const health = (nvrId: number, cpuPercent: number): RecorderHealth => ({
  ...{ nvrId, toldAtMs: null, disks: null, cpuPercent, memoryPercent: null },
  events: { state: 'off', lostSinceMs: null, lastSignMs: null },
  clock: {
    ...{ driftMs: null, uncertainMs: 0, isByNtp: null, recordings: 'unknown', testedAtMs: null },
  },
  ...{ reconnectsToday: 0, lastError: null, cameras: [], problems: [] },
});

it('what was told meanwhile is newer than a listing, and whoever is not on it is forgotten', () => {
  const known = { 1: health(1, 11), 2: health(2, 2), 3: health(3, 3) };
  const after = healthsAfter(known, [health(1, 10), health(2, 20), health(4, 40)], new Set([1, 4]));
  expect(Object.values(after).map(({ nvrId, cpuPercent }) => [nvrId, cpuPercent])).toEqual([
    [1, 11],
    [2, 20],
    [4, 40],
  ]);
});

import { describe, expect, it } from 'vitest';
import {
  arrange,
  EVERYTHING,
  type Healths,
} from '../../../../src-renderer/features/cameras/table/camera-filter.ts';
import { smallSite } from './entries.ts';

const HEALTHS: Healths = {
  now: { 1: 'live', 2: 'problem', 6: 'starting' },
  ...{ troubles: {}, isKeychainShut: false },
};

const ids = (criteria: Partial<typeof EVERYTHING>): number[] =>
  arrange(smallSite(), HEALTHS, { ...EVERYTHING, ...criteria }).ids;

describe('a search', () => {
  it.each([
    ['', [1, 2, 3, 4, 5, 6]],
    ['gate', [1, 3]],
    ['  GATE  ', [1, 3]],
    ['sud', [2]],
    ['SÜD', [2]],
    ['ladder', [2]],
    ['harbour', [3]],
    ['gate harbour', [3]],
    ['12', [5, 6]],
    ['7', [3]],
    ['nothing like it', []],
  ])('for “%s” finds %j', (query, found) => {
    expect(ids({ query })).toEqual(found);
  });
});

describe('a filter', () => {
  it.each([
    ['all', [1, 2, 3, 4, 5, 6]],
    ['problems', [2, 3, 5]],
    ['disabled', [4]],
  ] as const)('%s lists %j', (filter, found) => {
    expect(ids({ filter })).toEqual(found);
  });

  it('counts what is found under each of them', () => {
    const { counts } = arrange(smallSite(), HEALTHS, { ...EVERYTHING, query: 'warehouse' });
    expect(counts).toEqual({ all: 5, problems: 2, disabled: 1 });
  });
});

describe('an order', () => {
  it.each([
    ['wall', [1, 2, 3, 4, 5, 6]],
    ['offline', [2, 3, 5, 6, 1, 4]],
    ['name', [1, 3, 6, 4, 2, 5]],
  ] as const)('by %s: %j', (sort, order) => {
    expect(ids({ sort })).toEqual(order);
  });
});

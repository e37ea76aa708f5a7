import { describe, expect, it } from 'vitest';
import { percentile, summarize } from '../../../../scripts/bench/statistics.ts';

describe('percentile', () => {
  it.each([
    { values: [5], percent: 95, expected: 5 },
    { values: [3, 1, 2], percent: 50, expected: 2 },
    { values: [1, 2, 3, 4], percent: 50, expected: 2.5 },
    { values: [0, 10], percent: 95, expected: 9.5 },
    { values: [4, 1, 9], percent: 0, expected: 1 },
    { values: [4, 1, 9], percent: 100, expected: 9 },
  ])('$percent of $values is $expected', ({ values, percent, expected }) => {
    expect(percentile(values, percent)).toBeCloseTo(expected);
  });

  it('refuses to make a number of nothing', () => {
    expect(() => percentile([], 50)).toThrow(RangeError);
  });
});

describe('summarize', () => {
  it('gives the middle and both ends', () => {
    expect(summarize([7, 1, 4])).toEqual({ median: 4, min: 1, max: 7, count: 3 });
  });

  it('has nothing to say about nothing', () => {
    expect(summarize([])).toBeUndefined();
  });
});

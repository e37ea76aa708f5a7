import { describe, expect, it } from 'vitest';
import { growsTooFast, type Reading, trendOf } from '../../../../scripts/soak/trend.ts';

const ALLOWANCE = { perHour: 10, growth: 5 };

function readings(count: number, value: (index: number) => number): Reading[] {
  return Array.from({ length: count }, (_, index) => ({ hours: index / 10, value: value(index) }));
}

describe('the line through readings', () => {
  it('is exact where they lie on a line', () => {
    const trend = trendOf(readings(5, (index) => 100 + 2 * index));
    expect(trend?.perHour).toBeCloseTo(20);
    expect(trend?.growth).toBeCloseTo(8);
    expect(trend?.uncertainty).toBeCloseTo(0);
  });

  it('is the one with the least squares', () => {
    const trend = trendOf([
      { hours: 0, value: 0 },
      { hours: 1, value: 3 },
      { hours: 2, value: 3 },
    ]);
    expect(trend?.perHour).toBeCloseTo(1.5);
    expect(trend?.uncertainty).toBeCloseTo(Math.sqrt(0.75));
  });

  it('is not drawn through too few readings or through one moment', () => {
    expect(trendOf(readings(2, (index) => index))).toBeUndefined();
    expect(trendOf([1, 2, 3].map((value) => ({ hours: 1, value })))).toBeUndefined();
  });
});

describe('growing too fast', () => {
  it.each<[string, (index: number) => number, boolean]>([
    ['a steady leak', (index) => 100 + 2 * index, true],
    ['a level', () => 100, false],
    ['a fall', (index) => 100 - 5 * index, false],
    ['a slow gain', (index) => 100 + 0.9 * index, false],
    ['noise without a trend', (index) => 100 + (index % 2) * 30, false],
    ['a leak under some noise', (index) => 100 + 3 * index + (index % 2), true],
  ])('%s', (_, value, expected) => {
    const trend = trendOf(readings(20, value));
    expect(trend && growsTooFast(trend, ALLOWANCE)).toBe(expected);
  });

  it('forgives a steep but small gain in a short time', () => {
    const trend = trendOf(readings(3, (index) => 100 + 2 * index));
    expect(trend?.perHour).toBeGreaterThan(ALLOWANCE.perHour);
    expect(trend && growsTooFast(trend, ALLOWANCE)).toBe(false);
  });
});

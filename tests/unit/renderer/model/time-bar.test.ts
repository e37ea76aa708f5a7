import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSpan, moved, showing, zoomed } from '../../../../src-renderer/model/time-bar.ts';

const NOW = Date.parse('2026-11-28T15:00:00Z');
const HOUR_MS = 3_600_000;
const length = ({ fromMs, toMs }: { fromMs: number; toMs: number }): number => toMs - fromMs;

describe('a time bar', () => {
  it('shows an hour at first, with now near its right end', () => {
    const span = firstSpan(NOW);
    expect(length(span)).toBe(HOUR_MS);
    expect((NOW - span.fromMs) / HOUR_MS).toBeCloseTo(0.92);
  });

  it('keeps the moment under the pointer where it is, from a minute to a month', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const factor = fc.double({ min: 0.001, max: 100, noNaN: true });
    fc.assert(
      fc.property(share, factor, (where, by) => {
        const span = { fromMs: NOW - 100 * HOUR_MS, toMs: NOW - 99 * HOUR_MS };
        const around = span.fromMs + where * HOUR_MS;
        const after = zoomed(span, by, around, NOW);
        expect(length(after)).toBeGreaterThanOrEqual(59_999);
        expect(length(after)).toBeLessThanOrEqual(31 * 24 * HOUR_MS + 1);
        const isAtNow = after.toMs > NOW;
        if (!isAtNow) expect((around - after.fromMs) / length(after)).toBeCloseTo(where, 3);
      }),
    );
  });

  it('never shows more of the future than a little', () => {
    const span = moved(firstSpan(NOW), 5 * HOUR_MS, NOW);
    expect(span.toMs - NOW).toBeLessThanOrEqual(0.08 * HOUR_MS + 1);
    expect(length(span)).toBe(HOUR_MS);
  });

  it('stays while the picture is well within it, and follows it beyond', () => {
    const span = { fromMs: NOW - 3 * HOUR_MS, toMs: NOW - 2 * HOUR_MS };
    expect(showing(span, NOW - 2.5 * HOUR_MS, NOW)).toBe(span);
    const after = showing(span, NOW - 2.01 * HOUR_MS, NOW);
    expect((after.fromMs + after.toMs) / 2).toBeCloseTo(NOW - 2.01 * HOUR_MS, 0);
    expect(showing(firstSpan(NOW), NOW - 30_000, NOW)).toEqual(firstSpan(NOW));
  });
});

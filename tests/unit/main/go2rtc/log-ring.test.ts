import { describe, expect, it } from 'vitest';
import { LogRing } from '../../../../src-main/app/go2rtc/log-ring.ts';

describe('LogRing', () => {
  it('gives the last lines in their order', () => {
    const ring = new LogRing();
    for (const line of ['a', 'b', 'c']) ring.push(line);
    expect(ring.tail(2)).toEqual(['b', 'c']);
    expect(ring.tail(9)).toEqual(['a', 'b', 'c']);
  });

  it('never grows beyond its size', () => {
    const ring = new LogRing();
    for (let line = 0; line < 2_000; line += 1) ring.push(String(line));
    const kept = ring.tail(10_000);
    expect(kept).toHaveLength(500);
    expect(kept[0]).toBe('1500');
    expect(kept.at(-1)).toBe('1999');
  });
});

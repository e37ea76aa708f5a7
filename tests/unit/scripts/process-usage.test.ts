import { describe, expect, it } from 'vitest';
import { cpuSpentMs, parseCpuMs, parseKb } from '../../../scripts/process-usage.ts';

describe('what a process used', () => {
  it('is read behind a name that may hold anything', () => {
    const stat = '42 (a) b (c) S 1 42 42 0 -1 4194560 9 8 7 6 150 50 33 44 20 0 1 0 99 1 1';
    expect(parseCpuMs(stat)).toBe(2_000);
    expect(parseCpuMs('')).toBe(0);
  });

  it('is the difference for old processes and everything for new ones', () => {
    const before = new Map([
      [1, 1_000],
      [2, 500],
    ]);
    const after = new Map([
      [1, 1_250],
      [3, 40],
    ]);
    expect(cpuSpentMs(before, after)).toBe(290);
  });

  it('is read from the line of the proportional share, not from its parts', () => {
    const rollup =
      'Rss:  900 kB\nPss:                 123 kB\nPss_Anon:  99 kB\nPss_Shmem:  7 kB\n';
    expect(parseKb(rollup, ['Pss'])).toBe(123);
    expect(parseKb(rollup, ['Pss_Anon', 'Pss_Shmem'])).toBe(106);
    expect(parseKb('', ['Pss'])).toBe(0);
  });
});

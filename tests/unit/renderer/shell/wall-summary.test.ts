import { describe, expect, it } from 'vitest';
import { wallSummary } from '../../../../src-renderer/features/shell/bar/wall-summary.ts';
import type { TileCounts } from '../../../../src-renderer/store/tile-store.ts';

describe('what the bar says of the wall', () => {
  it.each<[Partial<TileCounts>, string, string]>([
    [{ live: 16, all: 16 }, 'good', '16 live'],
    [{ live: 3, all: 16 }, 'starting', '3 of 16 live'],
    [{ live: 14, problems: 2, all: 16 }, 'problem', '2 of 16 not live'],
    [{ live: 16, late: 9, all: 16 }, 'good', '16 live'],
    [{ live: 64, late: 57, all: 64 }, 'late', '57 of 64 behind, choose a smaller grid'],
    [{ live: 64, late: 32, all: 64 }, 'good', '64 live'],
    [{ live: 15, damaged: 1, all: 16 }, 'late', '15 of 16 live, 1 damaged'],
    [{ live: 9, damaged: 1, all: 16 }, 'starting', '9 of 16 live, 1 damaged'],
    [{ live: 13, damaged: 1, problems: 2, all: 16 }, 'problem', '2 of 16 not live, 1 damaged'],
    [
      { live: 63, late: 57, problems: 1, all: 64 },
      'problem',
      '1 of 64 not live, choose a smaller grid',
    ],
    [
      { live: 25, late: 6, problems: 39, frozen: 39, all: 64 },
      'problem',
      '39 of 64 not live, choose a smaller grid',
    ],
    [{ live: 25, problems: 39, all: 64 }, 'problem', '39 of 64 not live'],
    [{ problems: 9, frozen: 9, all: 9 }, 'problem', '9 of 9 not live'],
    [{ live: 32, leftOut: 32, all: 64 }, 'late', '32 live, 32 not shown: choose a smaller grid'],
    [{ live: 5, leftOut: 32, all: 64 }, 'starting', '5 of 32 live, 32 not shown'],
    [{ live: 31, problems: 1, leftOut: 2, all: 34 }, 'problem', '1 of 32 not live, 2 not shown'],
    [
      { live: 32, late: 20, leftOut: 32, all: 64 },
      'late',
      '20 of 32 behind, choose a smaller grid',
    ],
  ])('%j', (counts, tone, text) => {
    const none = { live: 0, late: 0, damaged: 0, problems: 0, frozen: 0, leftOut: 0, all: 0 };
    const summary = wallSummary({ ...none, ...counts });
    expect(summary.tone).toBe(tone);
    const { said, detail } = summary;
    expect(detail === '' ? said : `${said}, ${detail}`).toBe(text);
    expect(text).toContain(summary.short[1]);
    expect(text).toContain(String(summary.short[0]));
  });
});

import { describe, expect, it } from 'vitest';
import { sinceText } from '../../../../src-renderer/text/since-text.ts';

const NOW = new Date(2026, 10, 28, 14, 3);

describe('since when', () => {
  it.each([
    [new Date(2026, 10, 28, 14, 1), 'since 14:01'],
    [new Date(2026, 10, 28, 0, 0), 'since 00:00'],
    [new Date(2026, 10, 27, 23, 59), 'since Fri 23:59'],
    [new Date(2026, 10, 21, 14, 5), 'since 21 Nov 14:05'],
    [new Date(2025, 10, 28, 14, 1), 'since 28 Nov 14:01'],
  ])('%s is told as %s', (since, text) => {
    expect(sinceText(since.getTime(), NOW.getTime())).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import {
  blockAfterMs,
  blockLeftMs,
  MAX_BLOCK_MS,
  triesLeft,
} from '../../../../src-main/app/admin/attempt-policy.ts';

const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;

describe('what a wrong PIN costs', () => {
  it.each([
    [0, 0, 5],
    [1, 0, 4],
    [4, 0, 1],
    [5, 30_000, 1],
    [6, 60_000, 1],
    [7, 120_000, 1],
    [8, 240_000, 1],
    [9, 480_000, 1],
    [10, 15 * MINUTE_MS, 1],
    [11, 15 * MINUTE_MS, 1],
    [2_000, 15 * MINUTE_MS, 1],
  ])('after %i wrong ones: %i ms, then %i before the next block', (failed, blockMs, left) => {
    expect(blockAfterMs(failed)).toBe(blockMs);
    expect(triesLeft(failed)).toBe(left);
  });
});

describe('what is left of a block', () => {
  it.each([
    ['at once', 30_000, 0, 30_000],
    ['after a while', 30_000, 12_500, 17_500],
    ['a part of a millisecond before the end', 30_000, 29_999.5, 1],
    ['when it is over', 30_000, 30_000, 0],
    ['long after', 30_000, YEAR_MS, 0],
    ['when time seems to run backwards', 30_000, -YEAR_MS, 30_000],
    ['when the file names years', YEAR_MS, 0, MAX_BLOCK_MS],
    ['when the file names less than nothing', -1, 0, 0],
  ])('%s', (_when, startedWithMs, runMs, leftMs) => {
    expect(blockLeftMs(startedWithMs, runMs)).toBe(leftMs);
  });
});

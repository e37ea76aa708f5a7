import { describe, expect, it } from 'vitest';
import { decideRestart } from '../../../../src-main/app/lifecycle/restart-policy.ts';

const SHORT_RUN_MS = 1_000;
const STABLE_RUN_MS = 60_000;

describe('decideRestart', () => {
  it.each([
    [0, 250],
    [1, 500],
    [2, 1_000],
    [5, 8_000],
    [6, 16_000],
    [7, 30_000],
    [8, 30_000],
    [1_000, 30_000],
    [100_000, 30_000],
  ])('after %i failures waits %i ms', (before, delayMs) => {
    expect(decideRestart(before, SHORT_RUN_MS, true)).toMatchObject({
      failures: before + 1,
      delayMs,
    });
  });

  it.each([
    [0, false],
    [7, false],
    [8, true],
    [50, true],
  ])('after %i failures over budget is %s', (before, isOverBudget) => {
    expect(decideRestart(before, SHORT_RUN_MS, true).isOverBudget).toBe(isOverBudget);
  });

  it.each([
    [0, false],
    [1, false],
    [2, true],
  ])('that never answered, after %i failures over budget is %s', (before, isOverBudget) => {
    expect(decideRestart(before, SHORT_RUN_MS, false).isOverBudget).toBe(isOverBudget);
  });

  it('forgives everything after a stable run, but not the end of that run', () => {
    expect(decideRestart(20, STABLE_RUN_MS, true)).toEqual({
      failures: 1,
      delayMs: 250,
      isOverBudget: false,
    });
  });

  it('forgives nothing after a run just short of stable', () => {
    expect(decideRestart(20, STABLE_RUN_MS - 1, true).failures).toBe(21);
  });
});

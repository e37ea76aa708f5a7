import { describe, expect, it } from 'vitest';
import {
  countLine,
  countPlaywright,
  countVitest,
  sumCounts,
  withExitCode,
} from '../../../scripts/test-counts.ts';

const vitest = {
  numPassedTests: 10,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
  ],
};

describe("Vitest's report", () => {
  it('is counted by tests', () => {
    expect(countVitest(vitest)).toEqual({ passed: 10, failed: 1, skipped: 3 });
  });

  it('a file that cannot be loaded is a failure without a failed test', () => {
    const testResults = [...vitest.testResults, { status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...vitest, testResults }).failed).toBe(2);
  });
});

describe("Playwright's report", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };

  it('counts a test that passed at the second try as passed', () => {
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 6, failed: 1, skipped: 2 });
  });

  it('counts an error outside any test', () => {
    expect(countPlaywright({ stats, errors: [{}] }).failed).toBe(2);
  });
});

describe('a run that ended badly', () => {
  const good = { passed: 3, failed: 0, skipped: 0 };

  it('has failed even if no test did', () => {
    expect(withExitCode(good, 1)).toEqual({ ...good, failed: 1 });
  });

  it('is not counted twice', () => {
    expect(withExitCode({ ...good, failed: 2 }, 1).failed).toBe(2);
    expect(withExitCode(good, 0)).toEqual(good);
  });
});

it('the last line names what was skipped only if something was', () => {
  const sum = sumCounts([
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 4, failed: 1, skipped: 0 },
  ]);
  expect(countLine(sum)).toBe('7 passed, 1 failed');
  expect(countLine({ ...sum, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
});

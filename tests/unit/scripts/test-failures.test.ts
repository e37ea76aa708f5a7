import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  failuresOfPlaywright,
  failuresOfVitest,
  renderFailures,
  tooManySecondTries,
} from '../../../scripts/test-failures.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const file = (name: string) => path.join(ROOT, 'tests/unit', name);
const passed = { fullName: ' a wall pages', status: 'passed', failureMessages: [] };
const property = [
  'Error: Property failed after 2 tests',
  '{ seed: 1753494386, path: "1:1:1:1", endOnFailure: true }',
  'Counterexample: [10]',
  'Shrunk 3 time(s)',
  '',
  'Hint: Enable verbose mode',
  '    at buildError (file:///repo/node_modules/fast-check/lib/fast-check.js:2497:16)',
].join('\n');

describe("Vitest's report", () => {
  it('names each failed test and its error', () => {
    const failed = { fullName: ' a wall turns', status: 'failed', failureMessages: ['Error: no'] };
    const testResults = [
      { name: file('good.test.ts'), status: 'passed', assertionResults: [passed] },
      { name: file('a.test.ts'), status: 'failed', assertionResults: [passed, failed] },
    ];
    expect(failuresOfVitest({ testResults })).toEqual([
      { where: path.join('tests/unit/a.test.ts'), title: 'a wall turns', error: 'Error: no' },
    ]);
  });

  it('tells what passed at the second try', () => {
    const late = { fullName: 'is late', status: 'passed', failureMessages: ['Error: not yet'] };
    const testResults = [
      { name: file('a.test.ts'), status: 'passed', assertionResults: [passed, late] },
    ];
    expect(failuresOfVitest({ testResults })).toEqual([
      {
        ...{ where: path.join('tests/unit/a.test.ts'), title: 'is late', error: 'Error: not yet' },
        isPassedLater: true,
      },
    ]);
  });

  it('names a file that could not be loaded', () => {
    const broken = { name: file('b.test.ts'), status: 'failed', message: 'Cannot find module' };
    expect(failuresOfVitest({ testResults: [{ ...broken, assertionResults: [] }] })).toEqual([
      {
        where: path.join('tests/unit/b.test.ts'),
        title: 'the file itself',
        error: 'Cannot find module',
      },
    ]);
  });
});

describe("Playwright's report", () => {
  const flakyResults = [{ errors: [{ message: 'Error: once' }] }, { errors: [] }];
  const test = (status: string, ...tries: string[]) => ({
    projectName: 'pictures',
    status,
    results: tries.map((message) => ({ errors: [{ message }] })),
  });

  it('names each failed test by project, file and groups, with the error of its last try', () => {
    const specs = [
      { title: 'works', tests: [test('expected')] },
      { title: 'fails', tests: [test('unexpected', 'Error: first', 'Error: second')] },
    ];
    const group = { title: 'in a group', file: 'page/specs/x.spec.ts', specs };
    const outer = { title: 'x.spec.ts', file: 'page/specs/x.spec.ts', specs: [], suites: [group] };
    expect(failuresOfPlaywright({ suites: [outer], errors: [] })).toEqual([
      {
        where: 'pictures page/specs/x.spec.ts',
        title: 'in a group fails',
        error: 'Error: second',
      },
    ]);
  });

  it('tells what passed at the second try, with the error of the first', () => {
    const tests = [{ ...test('flaky', 'Error: once'), results: flakyResults }];
    const suite = { title: 'x', file: 'x.spec.ts', specs: [{ title: 'works', tests }] };
    expect(failuresOfPlaywright({ suites: [suite], errors: [] })).toEqual([
      {
        ...{ where: 'pictures x.spec.ts', title: 'works', error: 'Error: once' },
        isPassedLater: true,
      },
    ]);
  });

  it('tells errors outside any test', () => {
    const errors = [{ message: 'Error: Cannot find module' }];
    expect(failuresOfPlaywright({ suites: [], errors })[0]?.error).toBe(errors[0]?.message);
  });
});

describe('second tries', () => {
  const failed = { where: 'a.test.ts', title: 'is late', error: 'Error' };
  const late = { ...failed, isPassedLater: true } as const;

  it('are named, and a few do no harm', () => {
    expect(renderFailures([late])).toBe('PASSED AT THE SECOND TRY a.test.ts: is late\n    Error');
    expect(tooManySecondTries([late, late, late, late, late, failed])).toBeNull();
  });

  it('fail a run when there are many', () => {
    expect(tooManySecondTries(Array.from({ length: 6 }, () => late))?.error).toMatch(/^6 tests/);
  });
});

describe('the list of failed tests', () => {
  it('is empty if none failed', () => {
    expect(renderFailures([])).toBe('');
  });

  it('shows seed, path and counterexample of a property, and no calls', () => {
    expect(renderFailures([{ where: 'a.test.ts', title: 'holds', error: property }])).toBe(
      [
        'FAILED a.test.ts: holds',
        '    Error: Property failed after 2 tests',
        '    { seed: 1753494386, path: "1:1:1:1", endOnFailure: true }',
        '    Counterexample: [10]',
        '    Shrunk 3 time(s)',
        '    Hint: Enable verbose mode',
      ].join('\n'),
    );
  });

  it('shows the first lines only, cut at a width, without colours', () => {
    const error = [
      '\u001B[31mred\u001B[39m',
      'x'.repeat(1_000),
      ...Array.from({ length: 12 }, String),
    ].join('\n');
    const lines = renderFailures([{ where: 'a', title: 'b', error }]).split('\n');
    expect(lines).toHaveLength(9);
    expect(lines[1]).toBe('    red');
    expect(lines[2]).toHaveLength(304);
  });
});

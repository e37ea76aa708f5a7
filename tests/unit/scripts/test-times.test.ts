import { expect, it } from 'vitest';
import { renderSlowest, timesOfPlaywright, timesOfVitest } from '../../../scripts/test-times.ts';

it("Vitest's report tells how long each test took", () => {
  const assertionResults = [{ fullName: ' a wall pages', duration: 12.5 }, { fullName: 'skipped' }];
  expect(timesOfVitest({ testResults: [{ name: '/repo/a.test.ts', assertionResults }] })).toEqual([
    { file: 'a.test.ts', title: 'a wall pages', ms: 12.5 },
    { file: 'a.test.ts', title: 'skipped', ms: 0 },
  ]);
});

it("Playwright's report does, in groups as well, all tries together", () => {
  const spec = (title: string, ...durations: number[]) => ({
    title,
    tests: [{ results: durations.map((duration) => ({ duration })) }],
  });
  const inner = { file: 'x.spec.ts', specs: [spec('in a group', 7)] };
  const suites = [{ file: 'specs/x.spec.ts', specs: [spec('tried twice', 3, 4)], suites: [inner] }];
  expect(timesOfPlaywright({ suites })).toEqual([
    { file: 'x.spec.ts', title: 'tried twice', ms: 7 },
    { file: 'x.spec.ts', title: 'in a group', ms: 7 },
  ]);
});

it('the ten slowest are listed, slowest first', () => {
  const tests = Array.from({ length: 12 }, (_, index) => ({
    file: 'f',
    title: `t${index}`,
    ms: index * 1_000,
  }));
  const lines = renderSlowest(tests).split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[1]).toBe('   11.0 s  f: t11');
});

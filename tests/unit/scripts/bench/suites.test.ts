import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chooseSuite, SUITES } from '../../../../scripts/bench/suites.ts';

describe('the suite of the bench', () => {
  it.each([
    [['--quick', '--rounds', '2'], 'wall', ['--quick', '--rounds', '2']],
    [['--suite', 'wall', '--help'], 'wall', ['--help']],
    [['--suite', 'events', '--seconds', '9'], 'events', ['--seconds', '9']],
    [['--rows', '1000', '--suite=journal'], 'journal', ['--rows', '1000']],
  ] as const)('%o is %s with %o', (args, suite, rest) => {
    expect(chooseSuite(args)).toEqual({ file: SUITES[suite], rest });
  });

  it.each([[['--suite']], [['--suite', 'journals']], [['--suite=']], [['--help']]])(
    'answers %o with the usage',
    (args) => {
      expect(() => chooseSuite(args)).toThrow(/usage: npm run bench -- \[--suite/);
    },
  );

  it('is a program that exists', () => {
    expect(Object.values(SUITES).filter((file) => !existsSync(file))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { parseVitestArguments } from '../../../scripts/vitest-arguments.ts';

describe('what is handed to Vitest', () => {
  it('is its own filters and options as they came', () => {
    expect(
      parseVitestArguments(['unit', 'redact', '-t', 'a b', '--bail', '1', 'x.test.ts']),
    ).toEqual({
      ...{ project: 'unit', needsDesktop: false },
      rest: ['redact', '--testNamePattern=a b', '--bail=1', 'x.test.ts'],
    });
  });

  it('is whatever follows two dashes', () => {
    expect(parseVitestArguments(['integration', '--', '--coverage', '--ui'])).toEqual({
      ...{ project: 'integration', needsDesktop: true },
      rest: ['--coverage', '--ui'],
    });
  });

  it('stays in the folder of the field cases', () => {
    expect(parseVitestArguments(['field']).rest).toEqual(['tests/field/']);
    expect(parseVitestArguments(['field', '--', '--ui']).rest).toEqual(['--ui', 'tests/field/']);
    expect(parseVitestArguments(['field', 'streams']).rest).toEqual(['tests/field/streams']);
    const whole = 'tests/field/streams';
    expect(parseVitestArguments(['field', whole]).rest).toEqual([whole]);
  });
});

it.each([
  [['unit', '--nonsense'], /--nonsense[^]*usage: npm run unit/],
  [['package', '--help'], /^usage: npm run test:package/],
  [['toString'], /no suite 'toString'[^]*usage: /],
  [[], /No suite was named/],
])('%j is answered with the usage', (args, said) => {
  expect(() => parseVitestArguments(args)).toThrow(said);
});

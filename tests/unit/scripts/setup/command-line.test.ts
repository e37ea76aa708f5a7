import { describe, expect, it } from 'vitest';
import {
  HelpAsked,
  misuse,
  readCommandLine,
  UsageError,
} from '../../../../scripts/setup/command-line.mjs';

const USAGE = '\nusage: npm run thing -- [--fast] [--name NAME]\n';
const read = (...args: string[]) =>
  readCommandLine(USAGE, {
    args,
    options: { fast: { type: 'boolean', default: false }, name: { type: 'string' } },
  }).values;

describe('a command line', () => {
  it('gives what was asked for', () => {
    expect(read('--name', 'x')).toMatchObject({ fast: false, name: 'x' });
  });

  it.each([[['--help']], [['-h']], [['--fast', '--help']]])(
    '%j is answered with the usage',
    (args) => {
      expect(() => read(...args)).toThrow(new HelpAsked(USAGE.trim()));
    },
  );

  it.each([
    [['--faster'], "Unknown option '--faster'"],
    [['-x'], "Unknown option '-x'"],
    [['stray'], "Unexpected argument 'stray'"],
    [['--fast=yes'], "Option '--fast' does not take an argument"],
    [['--name'], "Option '--name <value>' argument missing"],
  ])('%j is refused with the usage', (args, reason) => {
    expect(() => read(...args)).toThrow(new UsageError(`${reason}\n\n${USAGE.trim()}`));
  });

  it('can be refused for a value', () => {
    expect(() => misuse('--name wants a name.', USAGE)).toThrow(UsageError);
  });
});

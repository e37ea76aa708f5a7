import { describe, expect, it } from 'vitest';
import { parseE2eArguments } from '../../../scripts/e2e-arguments.ts';

describe('--app', () => {
  it('is taken out of what goes to Playwright', () => {
    expect(parseE2eArguments(['--grep', '@smoke', '--app', 'release/x', '-x'])).toEqual({
      app: 'release/x',
      rest: ['--grep=@smoke', '-x'],
    });
    expect(parseE2eArguments(['--app=release/x'])).toEqual({ app: 'release/x', rest: [] });
  });

  it('need not be there', () => {
    const { app, rest } = parseE2eArguments(['wall.spec.ts', '-g', 'a b', '--list']);
    expect(app).toBeUndefined();
    expect(rest).toEqual(['wall.spec.ts', '--grep=a b', '--list']);
  });
});

it("what follows two dashes is Playwright's, whatever it is", () => {
  expect(parseE2eArguments(['--', '--ui', '--trace', 'on']).rest).toEqual([
    '--ui',
    '--trace',
    'on',
  ]);
});

it('what nobody knows is refused', () => {
  expect(() => parseE2eArguments(['--gerp', 'x'])).toThrow(/--gerp[^]*usage: npm run e2e/);
});

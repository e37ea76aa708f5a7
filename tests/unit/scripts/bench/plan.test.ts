import { describe, expect, it } from 'vitest';
import { orderOfRound, parseBenchArguments } from '../../../../scripts/bench/plan.ts';

describe('the command line of the bench', () => {
  it('is long by default, short when asked, and always ends a round on the first page', () => {
    const full = parseBenchArguments([]);
    const quick = parseBenchArguments(['--quick', '--json', 'out.json']);
    expect(full.json).toBeUndefined();
    expect(quick.json).toBe('out.json');
    expect(quick.plan.rounds).toBeLessThan(full.plan.rounds);
    for (const { plan } of [full, quick]) expect(plan.warmTurns % 2).toBe(1);
  });

  it('lets somebody choose the rounds', () => {
    expect(parseBenchArguments(['--quick', '--rounds', '7']).plan.rounds).toBe(7);
  });

  it.each([[['--rounds', '0']], [['--rounds', 'many']], [['--fast']], [['now']]])(
    'answers %o with the usage',
    (args) => {
      expect(() => parseBenchArguments(args)).toThrow(/usage: npm run bench/);
    },
  );
});

it('every second round goes the other way round', () => {
  const order = [0, 1, 2].map((round) => orderOfRound(['a', 'b', 'c'], round).join(''));
  expect(order).toEqual(['abc', 'cba', 'abc']);
});

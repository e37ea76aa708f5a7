import { describe, expect, it } from 'vitest';
import { GAUGES, type GaugeName, type Sample } from '../../../../scripts/soak/gauges.ts';
import { afterWarmUp, judgeSamples, renderVerdicts } from '../../../../scripts/soak/verdict.ts';

const READINGS = 12;
const HOURS = 6;

function samples(valueOf: (gauge: GaugeName, hours: number) => number): Sample[] {
  return Array.from({ length: READINGS }, (_, index) => {
    const hours = (HOURS * (index + 1)) / READINGS;
    const gauges = Object.keys(GAUGES) as GaugeName[];
    const values = Object.fromEntries(gauges.map((gauge) => [gauge, valueOf(gauge, hours)]));
    return { hours, ...values } as Sample;
  });
}

function failing(all: readonly Sample[]): GaugeName[] {
  return judgeSamples(all).flatMap(({ gauge, isGood }) => (isGood ? [] : gauge));
}

describe('the verdict of a soak', () => {
  it('is good while nothing grows', () => {
    expect(failing(samples(() => 16))).toEqual([]);
  });

  it.each(Object.keys(GAUGES) as GaugeName[])(
    'finds a leak of %s, and only that one',
    (leaking) => {
      const twice = 2 * GAUGES[leaking].allowance.perHour;
      const leak = samples((gauge, hours) => (gauge === leaking ? 100 + twice * hours : 100));
      // six hours at twice what is allowed is more than the gain that is let pass
      expect(failing(leak)).toEqual([leaking]);
    },
  );

  it('does not count what grows in the first third only', () => {
    expect(failing(samples((_, hours) => Math.min(hours, HOURS / 3) * 1_000))).toEqual([]);
    expect(afterWarmUp(samples(() => 0)).map(({ hours }) => hours)[0]).toBe(HOURS / 3);
  });

  it('is bad for a gauge that could not be read', () => {
    expect(failing(samples((gauge) => (gauge === 'nodes' ? Number.NaN : 1)))).toEqual(['nodes']);
  });

  it('is bad where there are too few readings, and says so', () => {
    const verdicts = judgeSamples(samples(() => 1).slice(0, 2));
    expect(verdicts.every(({ isGood }) => !isGood)).toBe(true);
    expect(renderVerdicts(verdicts)).toContain('NOT ENOUGH READINGS');
  });
});

import { renderTable } from '../bench/table.ts';
import { GAUGES, type Gauge, type GaugeName, type Sample } from './gauges.ts';
import { growsTooFast, type Trend, trendOf } from './trend.ts';

/** The share of the time in which an app is still warming up: caches fill, code is compiled, pools reach their size. */
const WARM_UP_SHARE = 1 / 3;

/** What became of one gauge. */
export interface GaugeVerdict {
  gauge: GaugeName;
  first: number;
  last: number;
  trend: Trend | undefined;
  /** A trend that cannot be drawn is a failure too: nothing was proven. */
  isGood: boolean;
}

/** Judges every gauge by what it did after the warm-up. */
export function judgeSamples(samples: readonly Sample[]): GaugeVerdict[] {
  const warm = afterWarmUp(samples);
  return (Object.keys(GAUGES) as GaugeName[]).map((gauge) => {
    const trend = trendOf(warm.map((sample) => ({ hours: sample.hours, value: sample[gauge] })));
    return {
      ...{ gauge, trend, first: warm[0]?.[gauge] ?? 0, last: warm.at(-1)?.[gauge] ?? 0 },
      isGood: trend !== undefined && !growsTooFast(trend, GAUGES[gauge].allowance),
    };
  });
}

/** The readings that count. */
export function afterWarmUp(samples: readonly Sample[]): Sample[] {
  const endHours = (samples.at(-1)?.hours ?? 0) * WARM_UP_SHARE;
  return samples.filter(({ hours }) => hours >= endHours);
}

/** The table, and below it how each gauge is read. */
export function renderVerdicts(verdicts: readonly GaugeVerdict[]): string {
  const header = ['', 'unit', 'first', 'last', 'slope/h', '+-', 'allowed/h', ''];
  const rows = verdicts.map(({ gauge, first, last, trend, isGood }) => [
    GAUGES[gauge].title,
    GAUGES[gauge].unit,
    ...[short(first), short(last), short(trend?.perHour), short(trend?.uncertainty)],
    String(GAUGES[gauge].allowance.perHour),
    isGood ? 'ok' : trend ? 'GROWS' : 'NOT ENOUGH READINGS',
  ]);
  const legend = Object.values<Gauge>(GAUGES).map(
    ({ title, meaning, allowance }) =>
      `- ${title}: ${meaning}; a gain up to ${allowance.growth} in the whole time is let pass`,
  );
  return `${renderTable(header, rows)}\n\nThe first third is warm-up. A gauge fails when its slope less two standard errors is above what is allowed.\n${legend.join('\n')}`;
}

function short(value: number | undefined): string {
  return value === undefined ? '-' : value.toFixed(Math.abs(value) < 100 ? 1 : 0);
}

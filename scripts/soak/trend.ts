/** One reading: when (in hours since the beginning) and how much. */
export interface Reading {
  hours: number;
  value: number;
}

/** The straight line through readings. */
export interface Trend {
  perHour: number;
  /** How far off `perHour` may be: its standard error. */
  uncertainty: number;
  /** What the line gained from the first reading to the last one. */
  growth: number;
}

/** How much may be gained: an app warms up, but what goes on for hours is a leak. */
export interface Allowance {
  perHour: number;
  /** A gain this small over the whole time is no reason to fail, however steep it looks in a short run. */
  growth: number;
}

const CERTAINTY_ERRORS = 2;
/** Fewer cannot tell a line from noise. */
const MIN_READINGS = 3;

/** Linear regression by least squares; undefined with too few readings, none at different times, or one that is no number. */
export function trendOf(readings: readonly Reading[]): Trend | undefined {
  const count = readings.length;
  const first = readings[0];
  const last = readings.at(-1);
  if (count < MIN_READINGS || !first || !last) return undefined;
  const meanHours = mean(readings.map(({ hours }) => hours));
  const meanValue = mean(readings.map(({ value }) => value));
  const spread = sum(readings.map(({ hours }) => (hours - meanHours) ** 2));
  if (spread === 0 || !Number.isFinite(meanValue)) return undefined;
  const products = readings.map(({ hours, value }) => (hours - meanHours) * (value - meanValue));
  const perHour = sum(products) / spread;
  const errors = readings.map(
    ({ hours, value }) => (value - meanValue - perHour * (hours - meanHours)) ** 2,
  );
  const uncertainty = Math.sqrt(sum(errors) / (count - 2) / spread);
  return { perHour, uncertainty, growth: perHour * (last.hours - first.hours) };
}

/** Whether it surely grows faster than allowed: noise alone does not count, and neither does a small gain. */
export function growsTooFast(trend: Trend, allowance: Allowance): boolean {
  const { perHour, uncertainty, growth } = trend;
  const surely = perHour - CERTAINTY_ERRORS * uncertainty;
  return surely > allowance.perHour && growth > allowance.growth;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Many measurements of one thing in a few numbers. */
export interface Summary {
  median: number;
  min: number;
  max: number;
  count: number;
}

/** Undefined where nothing was measured. */
export function summarize(values: readonly number[]): Summary | undefined {
  if (values.length === 0) return undefined;
  return {
    median: percentile(values, 50),
    min: Math.min(...values),
    max: Math.max(...values),
    count: values.length,
  };
}

/** Between two values it takes the share of both; throws RangeError where there is none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(rank)];
  const above = sorted[Math.ceil(rank)];
  if (below === undefined || above === undefined) throw new RangeError('No values were given');
  return below + (above - below) * (rank - Math.floor(rank));
}

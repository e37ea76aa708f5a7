import type { RowChange } from '@contract/models/site-change.ts';

interface Identified {
  id: number;
}

/**
 * A listing after a change of some of its rows.
 * @param order of the listing
 */
export function rowsAfter<T extends Identified>(
  before: readonly T[],
  { upserted, removed }: RowChange<T>,
  order: (one: T, other: T) => number,
): T[] {
  const gone = new Set([...removed, ...upserted.map(({ id }) => id)]);
  return [...before.filter(({ id }) => !gone.has(id)), ...upserted].sort(order);
}

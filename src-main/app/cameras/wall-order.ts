/** A camera and its 0-based place on the wall. */
export interface PlacedCamera {
  id: number;
  place: number;
}

/**
 * The wall after some of its cameras went, in their present order, before another one; null: to its end. Before one of those
 * that move means before the next one that stays.
 */
export function movedBefore(
  order: readonly number[],
  ids: ReadonlySet<number>,
  beforeId: number | null,
): number[] {
  const staying = order.filter((id) => !ids.has(id));
  const moving = order.filter((id) => ids.has(id));
  const from = beforeId === null ? order.length : order.indexOf(beforeId);
  const next = order.slice(from).find((id) => !ids.has(id));
  const at = next === undefined ? staying.length : staying.indexOf(next);
  return [...staying.slice(0, at), ...moving, ...staying.slice(at)];
}

/** The wall with removed cameras back in their places, as far as it still reaches; `removed` is ordered by place. */
export function putBack(order: readonly number[], removed: readonly PlacedCamera[]): number[] {
  const staying = [...order];
  const merged: number[] = [];
  for (const { id, place } of removed) {
    merged.push(...staying.splice(0, place - merged.length), id);
  }
  return [...merged, ...staying];
}

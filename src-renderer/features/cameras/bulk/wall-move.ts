/** Before which camera these ones go so that the first of them gets this 1-based number on the wall; null: to the end. */
export function beforeNumber(
  wall: readonly number[],
  moving: ReadonlySet<number>,
  number: number,
): number | null {
  const staying = wall.filter((id) => !moving.has(id));
  return staying[number - 1] ?? null;
}

/**
 * Before which camera these ones go so that they pass one row of the list; null: to the end of the wall; undefined: they are
 * at the end of the list already. A list that is filtered passes more than one camera of the wall.
 */
export function beforeNeighbour(
  wall: readonly number[],
  listed: readonly number[],
  moving: ReadonlySet<number>,
  step: 1 | -1,
): number | null | undefined {
  const places = listed.flatMap((id, index) => (moving.has(id) ? [index] : []));
  const [first = 0] = places;
  const last = places.at(-1) ?? 0;
  if (step < 0) return listed[first - 1];
  const passed = listed[last + 1];
  if (passed === undefined) return undefined;
  const after = wall.slice(wall.indexOf(passed) + 1);
  return after.find((id) => !moving.has(id)) ?? null;
}

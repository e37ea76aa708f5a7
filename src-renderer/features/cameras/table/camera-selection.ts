/** What is ticked, and where the keyboard is. Ids, so that it survives any new order of the list. */
export interface Selection {
  ids: ReadonlySet<number>;
  /** The row that keys act on. */
  cursor: number | null;
  /** Where a range began. */
  anchor: number | null;
}

/** Nothing is ticked. */
export const NO_SELECTION: Selection = { ids: new Set(), cursor: null, anchor: null };

/** The cursor goes to a row; a range from its beginning to there replaces what was ticked. */
export function goTo(
  selection: Selection,
  order: readonly number[],
  index: number,
  isRange: boolean,
): Selection {
  const cursor = order[Math.min(Math.max(index, 0), order.length - 1)];
  if (cursor === undefined) return selection;
  if (!isRange) return { ...selection, cursor, anchor: cursor };
  const from = Math.max(order.indexOf(selection.anchor ?? cursor), 0);
  const to = order.indexOf(cursor);
  const ids = new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1));
  return { ids, cursor, anchor: order[from] ?? cursor };
}

/** Ticks or unticks one row, and goes there. */
export function toggle(selection: Selection, id: number): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, cursor: id, anchor: id };
}

/** Ticks all that are listed, beside what is ticked already; or unticks all, listed or not. */
export function tickAll(
  selection: Selection,
  order: readonly number[],
  isTicked: boolean,
): Selection {
  return { ...selection, ids: isTicked ? new Set([...selection.ids, ...order]) : new Set() };
}

/** What remains when cameras were removed. */
export function keepExisting(selection: Selection, existing: ReadonlySet<number>): Selection {
  const ids = new Set([...selection.ids].filter((id) => existing.has(id)));
  return ids.size === selection.ids.size ? selection : { ...selection, ids };
}

/** A cursor whose row left the list goes to the row that took its place. */
export function keepCursor(
  selection: Selection,
  before: readonly number[],
  after: readonly number[],
): Selection {
  const listed = new Set(after);
  if (selection.cursor === null || listed.has(selection.cursor)) return selection;
  const index = before.indexOf(selection.cursor);
  const next = before.slice(index).find((id) => listed.has(id)) ?? after.at(-1) ?? null;
  return { ...selection, cursor: next, anchor: next };
}

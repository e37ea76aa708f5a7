import type { EventType } from '@contract/models/events/event-type.ts';
import type { JournalCursor, JournalPage, JournalRow } from '@contract/models/events/journal.ts';

/** What somebody wants to see of the journal. */
export interface WantedEvents {
  onlyOpen: boolean;
  onlyUnacknowledged: boolean;
  /** Null: of all cameras, and of the NVRs themselves. */
  cameraId: number | null;
  /** Null: of all types. */
  type: EventType | null;
}

/** Rows kept of a list that grows by itself, so that a panel that is open for weeks stays quick; older ones are asked for again. */
export const MOST_ROWS = 5_000;

/** An alarm that nobody has acknowledged. */
export function isWaiting({ severity, acknowledgedAtMs }: JournalRow): boolean {
  return severity === 'alarm' && acknowledgedAtMs === null;
}

/** Whether a row is wanted: what main's filter says of rows that it lists, for those that it tells. */
export function isWanted(row: JournalRow, wanted: WantedEvents): boolean {
  return (
    (!wanted.onlyOpen || row.endedAtMs === null) &&
    (!wanted.onlyUnacknowledged || isWaiting(row)) &&
    (wanted.cameraId === null || row.cameraId === wanted.cameraId) &&
    (wanted.type === null || row.type === wanted.type)
  );
}

/**
 * The list after rows were told: each takes the place of what was known of it, the newest first. What is older than what has been
 * loaded waits for its page, or a gap would look like peace.
 */
export function withChanged(
  list: JournalPage,
  changed: readonly JournalRow[],
  wanted: WantedEvents,
): JournalPage {
  const rows = new Map(list.rows.map((row) => [row.id, row]));
  for (const row of changed) {
    if (isWanted(row, wanted) && isLoaded(row, list.next)) rows.set(row.id, row);
    else rows.delete(row.id);
  }
  const sorted = [...rows.values()].sort(newestFirst);
  const kept = sorted.slice(0, MOST_ROWS);
  return { rows: kept, next: kept.length < sorted.length ? cursorAt(kept) : list.next };
}

/** The list with its next page. */
export function withOlder(list: JournalPage, { rows, next }: JournalPage): JournalPage {
  const known = new Set(list.rows.map(({ id }) => id));
  return { rows: [...list.rows, ...rows.filter(({ id }) => !known.has(id))], next };
}

/** The row that is chosen after a list changed: the same one, or else what came into its place; null: there is none. */
export function chosenAfter(
  before: readonly JournalRow[],
  after: readonly JournalRow[],
  chosenId: number | null,
): number | null {
  if (chosenId === null || after.some(({ id }) => id === chosenId)) return chosenId;
  const place = before.findIndex(({ id }) => id === chosenId);
  return after[Math.min(Math.max(place, 0), after.length - 1)]?.id ?? null;
}

function isLoaded(row: JournalRow, next: JournalCursor | null): boolean {
  return next === null || newestFirst(row, next) <= 0;
}

function cursorAt(rows: readonly JournalRow[]): JournalCursor | null {
  const last = rows.at(-1);
  return last === undefined ? null : { startedAtMs: last.startedAtMs, id: last.id };
}

/** As main lists them. */
function newestFirst(one: JournalCursor, other: JournalCursor): number {
  return other.startedAtMs - one.startedAtMs || other.id - one.id;
}

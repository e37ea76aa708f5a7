import type { EventFilter, JournalCursor } from '@contract/models/events/journal.ts';
import { type EventRow, isWaiting } from './event-row.ts';

/** Where a list ends on its old side, and from where on it is read: older than `before`. */
export interface Span {
  fromMs: number;
  before: JournalCursor;
}

/** The last instant that JavaScript's dates know. */
const END_OF_TIME_MS = 8.64e15;

/** Which part of the journal a page is read from. */
export function spanOf({ fromMs, toMs }: EventFilter, cursor: JournalCursor | null): Span {
  // Numbers begin with 1: what began at `to` itself is not older than this.
  const end = { startedAtMs: toMs ?? END_OF_TIME_MS, id: toMs === null ? Infinity : 0 };
  const before = cursor !== null && isOlder(cursor, end) ? cursor : end;
  return { fromMs: fromMs ?? 0, before };
}

/** Whether it stands further down in a list. */
export function isOlder(one: JournalCursor, than: JournalCursor): boolean {
  return (
    one.startedAtMs < than.startedAtMs || (one.startedAtMs === than.startedAtMs && one.id < than.id)
  );
}

/** Whether a row belongs into a list. Without the span. */
export function fits(filter: EventFilter): (row: EventRow) => boolean {
  const cameras = new Set(filter.cameraIds);
  const nvrs = new Set(filter.nvrIds);
  const types = new Set(filter.types);
  const isAnywhere = cameras.size === 0 && nvrs.size === 0;
  return (row) =>
    (isAnywhere || nvrs.has(row.nvrId) || (row.cameraId !== null && cameras.has(row.cameraId))) &&
    (types.size === 0 || types.has(row.type)) &&
    (!filter.onlyOpen || row.endedAtMs === null) &&
    (!filter.onlyUnacknowledged || isWaiting(row));
}

import type { JournalRow } from '@contract/models/events/journal.ts';

/** A row as it is stored. Whether there is a picture only their folder knows. */
export type EventRow = Omit<JournalRow, 'hasPicture'>;

/** An alarm that nobody has acknowledged. */
export function isWaiting({
  severity,
  acknowledgedAtMs,
}: Pick<EventRow, 'severity' | 'acknowledgedAtMs'>): boolean {
  return severity === 'alarm' && acknowledgedAtMs === null;
}

/** The newest first, as every list has them: by time, and by number where the time is the same. */
export function newestFirst(
  one: Pick<EventRow, 'startedAtMs' | 'id'>,
  other: Pick<EventRow, 'startedAtMs' | 'id'>,
): number {
  return other.startedAtMs - one.startedAtMs || other.id - one.id;
}

import type { EventsChanged, JournalRow } from '@contract/models/events/journal.ts';
import { isWaiting } from '../model/event-list.ts';

/** Rows are told of again and again; what is no newer than this was told before. */
let newestId = 0;

/** Alarms that have just begun, the newest first. What happened while nobody listened is none of them. To be asked once for each change. */
export function freshAlarms({ rows }: EventsChanged): JournalRow[] {
  const fresh = rows.filter(({ id }) => id > newestId);
  newestId = Math.max(newestId, ...fresh.map(({ id }) => id));
  return fresh.filter((row) => isWaiting(row) && !row.isHistory);
}

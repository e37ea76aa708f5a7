import type { EventsChanged, EventSummary } from '@contract/models/events/journal.ts';
import { isWaiting } from './event-list.ts';

/** Alarms that sound: those that came while the page was there, until somebody has acknowledged each of them. */
export interface Ringing {
  ids: ReadonlySet<number>;
  /** Some are not known by number: they went on when the page came, or were too many to be told one by one. */
  isMore: boolean;
}

/** Nothing sounds. */
export const SILENT: Ringing = { ids: new Set(), isMore: false };

/** At the start of the page: what goes on and waits sounds; what is over was heard, or missed, before. */
export function ringingAtStart({ open }: EventSummary): Ringing {
  return { ids: new Set(), isMore: open.some(({ isUnacknowledged }) => isUnacknowledged) };
}

/** After main told of changes. What happened while nobody listened never sounds. */
export function ringingAfter(
  before: Ringing,
  { rows, isComplete, summary }: EventsChanged,
): Ringing {
  if (summary.unacknowledged === 0) return SILENT;
  const ids = new Set(before.ids);
  for (const row of rows) {
    if (isWaiting(row) && !row.isHistory) ids.add(row.id);
    else ids.delete(row.id);
  }
  const isMore = before.isMore && summary.open.some(({ isUnacknowledged }) => isUnacknowledged);
  return { ids, isMore: isMore || !isComplete };
}

/** Whether anything sounds. */
export function isRinging({ ids, isMore }: Ringing): boolean {
  return isMore || ids.size > 0;
}

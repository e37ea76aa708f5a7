import type { Acknowledge, Acknowledged, JournalRow } from '@contract/models/events/journal.ts';
import { request } from '../api/ipc-client.ts';
import { isWaiting } from '../model/event-list.ts';
import { text } from '../text/catalogue.ts';
import { currentEvents, filterOf } from './event-store.ts';
import { showFailure, showToast } from './toast-store.ts';

/** As long as somebody needs to see that it was the wrong one. */
const UNDO_MS = 10_000;

/** Says that somebody has seen this alarm. */
export async function acknowledgeEvent(row: JournalRow): Promise<void> {
  if (isWaiting(row)) await acknowledge({ ids: [row.id] });
}

/** The same for all of its type that the panel's filter lets through, as far as they have been on the screen. */
export async function acknowledgeKind({ type }: JournalRow): Promise<void> {
  const { list, wanted } = currentEvents();
  const upToId = Math.max(...list.rows.map(({ id }) => id));
  const matching = filterOf({ ...wanted, type });
  await acknowledge({ matching, upToId });
}

async function acknowledge(which: Acknowledge): Promise<void> {
  const answer = await request('event:acknowledge', which);
  if (!answer.ok) {
    showFailure(answer.error.message);
    return;
  }
  const { ids, isMore } = answer.value;
  const said = isMore ? text.events.acknowledgedSome : text.events.acknowledged;
  if (ids.length > 0) offerUndo(said(ids.length), answer.value);
}

function offerUndo(said: string, { ids }: Acknowledged): void {
  const undo = async (): Promise<void> => {
    const undone = await request('event:unacknowledge', { ids });
    if (undone.ok) showToast(text.common.takenBack);
    else showFailure(undone.error.message);
  };
  showToast(said, { label: text.common.undo, isUndo: true, run: () => void undo() }, UNDO_MS);
}

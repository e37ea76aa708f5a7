import path from 'node:path';
import type { EventRow } from '../../src-main/app/events/journal/event-row.ts';
import { Journal } from '../../src-main/app/events/journal/journal.ts';
import { openJournal } from '../../src-main/app/events/journal/journal-file.ts';

/** Puts rows into the journal of a station that does not run, as an earlier run of the app would have left them. */
export function fillJournal(folder: string, rows: readonly EventRow[]): void {
  const { sqlite } = openJournal(path.join(folder, 'events.sqlite'));
  const refusals: unknown[] = [];
  const journal = new Journal({ sqlite, onRefused: (error) => refusals.push(error) });
  for (const row of rows) journal.put(row);
  journal.flush();
  journal.close();
  if (refusals.length > 0) throw new Error('the journal refused rows', { cause: refusals });
}

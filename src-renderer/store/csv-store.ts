import { create } from 'zustand';
import type { CsvExported, CsvProgress } from '@contract/models/csv.ts';
import type { EventFilterInput } from '@contract/models/events/journal.ts';
import { text } from '../text/catalogue.ts';
import { adminRequest } from './admin-store.ts';
import { offerFile } from './saved-file-toast.ts';
import { showFailure, showToast } from './toast-store.ts';

/** What is taken out as a table. */
export type CsvKind = 'journal' | 'health';

interface CsvState {
  /** Null: nothing is being written. */
  running: { kind: CsvKind; rows: number } | null;
}

const useCsv = create<CsvState>(() => ({ running: null }));

/** How many rows of such a table are written by now; null: none is being written. */
export const useCsvRows = (kind: CsvKind): number | null =>
  useCsv(({ running }) => (running?.kind === kind ? running.rows : null));

/** Takes main's word on how far it is. */
export function noteCsvProgress({ rows }: CsvProgress): void {
  const { running } = useCsv.getState();
  if (running === null) return;
  // The first that is told: one that is written at once needs no words before its end.
  if (running.rows === 0) showToast(text.events.csv.begun);
  useCsv.setState({ running: { ...running, rows } });
}

/** Asks where to, and writes what matches. */
export async function exportJournal(filter: EventFilterInput): Promise<void> {
  await run('journal', () => adminRequest('csv:export-journal', { filter }));
}

/** The same for how NVRs are now. */
export async function exportHealth(): Promise<void> {
  await run('health', () => adminRequest('csv:export-health', {}));
}

/** What was written so far is deleted. */
export async function cancelCsv(): Promise<void> {
  const ended = await adminRequest('csv:cancel', {});
  if (!ended.ok) showFailure(ended.error.message);
}

type Answer = Awaited<ReturnType<typeof adminRequest<'csv:export-health'>>>;

async function run(kind: CsvKind, send: () => Promise<Answer>): Promise<void> {
  const running = { kind, rows: 0 };
  useCsv.setState({ running });
  const answer = await send();
  // Another one may have begun since.
  useCsv.setState((now) => (now.running?.kind === kind ? { running: null } : now));
  if (!answer.ok) {
    // Whoever closes the dialog for the PIN has said so themselves.
    if (answer.error.code !== 'not-permitted') showFailure(answer.error.message);
  } else if (answer.value !== null) offer(answer.value);
}

function offer(exported: CsvExported): void {
  offerFile(text.events.csv.saved(exported.rows), exported);
}

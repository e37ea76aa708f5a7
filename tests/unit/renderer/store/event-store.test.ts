import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JournalPage, JournalRow } from '@contract/models/events/journal.ts';
import { ok } from '@contract/result.ts';
import { acknowledgeEvent } from '../../../../src-renderer/store/acknowledge.ts';
import {
  chooseEvent,
  closeEvents,
  currentEvents,
  listOlderEvents,
  noteEvents,
  openEvents,
  stepEvent,
  wantEvents,
} from '../../../../src-renderer/store/event-store.ts';
import { currentToasts, hideToast, takeUndo } from '../../../../src-renderer/store/toast-store.ts';
import { eventRow } from '../../../support/event-row.ts';

const request = vi.fn<(channel: string, payload: unknown) => Promise<unknown>>();
vi.stubGlobal('window', { opus: { request } });

beforeEach(() => void request.mockReset());
afterEach(() => {
  closeEvents();
  for (const { id } of currentToasts()) hideToast(id);
});

const row = (id: number, more: Partial<JournalRow> = {}): JournalRow => ({
  ...eventRow({ id }),
  hasPicture: false,
  ...more,
});
const summary = { unacknowledged: 0, open: [], highest: null, unwritten: 0 };
const tell = (rows: JournalRow[], isComplete = true) => noteEvents({ rows, isComplete, summary });
const shown = () => currentEvents().list.rows.map(({ id }) => id);
const page = (ids: number[], next: JournalPage['next'] = null) =>
  ok({ rows: ids.map((id) => row(id)), next });

/** Answers by hand, in whatever order. */
function held(): { answer: (value: unknown) => void }[] {
  const waiting: { answer: (value: unknown) => void }[] = [];
  request.mockImplementation(
    () => new Promise((resolve) => void waiting.push({ answer: resolve })),
  );
  return waiting;
}

it('what is told while a page is under way is newer than what the page brings', async () => {
  const waiting = held();
  openEvents();
  tell([row(3), row(2, { note: 'seen' })]);
  waiting[0]?.answer(page([2, 1]));
  await vi.waitFor(() => expect(shown()).toEqual([3, 2, 1]));
  expect(currentEvents().list.rows[1]?.note).toBe('seen');
});

it('a listing that another filter overtook is not shown', async () => {
  const waiting = held();
  openEvents();
  wantEvents({ onlyOpen: true });
  waiting[1]?.answer(page([]));
  waiting[0]?.answer(page([2, 1]));
  // What is told after both answers is added to what the newer one brought.
  await vi.waitFor(() => {
    tell([row(9, { endedAtMs: null })]);
    expect(shown()).toEqual([9]);
  });
  wantEvents({ onlyOpen: false });
});

it('goes on by the cursor, also over pages without rows, and not twice at a time', async () => {
  const first = Array.from({ length: 60 }, (_, index) => 160 - index);
  request.mockResolvedValueOnce(page(first, { startedAtMs: 101_000, id: 101 }));
  openEvents();
  await vi.waitFor(() => expect(shown()).toEqual(first));
  request.mockResolvedValueOnce(page([], { startedAtMs: 5_000, id: 5 }));
  request.mockResolvedValueOnce(page([4]));
  await Promise.all([listOlderEvents(), listOlderEvents()]);
  expect(shown()).toEqual([...first, 4]);
  const cursors = request.mock.calls.map(([, query]) => (query as { before: unknown }).before);
  expect(cursors).toEqual([null, { startedAtMs: 101_000, id: 101 }, { startedAtMs: 5_000, id: 5 }]);
  await listOlderEvents();
  expect(request).toHaveBeenCalledTimes(3);
});

it('lists anew when more changed than is told', async () => {
  request.mockResolvedValue(page([1]));
  openEvents();
  await vi.waitFor(() => expect(shown()).toEqual([1]));
  request.mockResolvedValue(page([7, 6, 1]));
  tell([row(7)], false);
  await vi.waitFor(() => expect(shown()).toEqual([7, 6, 1]));
});

it('the chosen row stays chosen whatever comes in above it', async () => {
  request.mockResolvedValue(page([2, 1]));
  openEvents();
  await vi.waitFor(() => expect(shown()).toEqual([2, 1]));
  stepEvent(1);
  stepEvent(1);
  tell([row(3)]);
  expect(currentEvents().chosen?.id).toBe(1);
  stepEvent(-Infinity);
  expect(currentEvents().chosen?.id).toBe(3);
});

it('an acknowledgement can be taken back, as main says which ones it was', async () => {
  request.mockResolvedValue(page([2, 1]));
  openEvents();
  await vi.waitFor(() => expect(shown()).toEqual([2, 1]));
  chooseEvent(2);
  request.mockResolvedValue(ok({ ids: [2], isMore: false }));
  await acknowledgeEvent(row(2));
  expect(request).toHaveBeenLastCalledWith('event:acknowledge', { ids: [2] });
  takeUndo();
  await vi.waitFor(() =>
    expect(request).toHaveBeenLastCalledWith('event:unacknowledge', { ids: [2] }),
  );
  request.mockClear();
  // Nothing waits: nothing is asked.
  await acknowledgeEvent(row(2, { acknowledgedAtMs: 1 }));
  expect(request).not.toHaveBeenCalled();
});

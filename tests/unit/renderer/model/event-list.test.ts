import { expect, it } from 'vitest';
import type { JournalRow } from '@contract/models/events/journal.ts';
import {
  chosenAfter,
  MOST_ROWS,
  type WantedEvents,
  withChanged,
  withOlder,
} from '../../../../src-renderer/model/event-list.ts';
import { eventRow } from '../../../support/event-row.ts';

const ALL: WantedEvents = {
  onlyOpen: false,
  onlyUnacknowledged: false,
  cameraId: null,
  type: null,
};
const row = (id: number, more: Partial<JournalRow> = {}): JournalRow => ({
  ...eventRow({ id }),
  hasPicture: false,
  ...more,
});
const ids = ({ rows }: { rows: readonly JournalRow[] }) => rows.map(({ id }) => id);

it('has the newest first, by time and then by number, in whatever order rows are told', () => {
  const list = { rows: [row(5), row(3)], next: null };
  const told = [row(4), row(9, { startedAtMs: 4_500 }), row(10, { startedAtMs: 5_000 })];
  expect(ids(withChanged(list, told, ALL))).toEqual([10, 5, 9, 4, 3]);
});

it('puts a row that changed into its own place, and takes it away when it is not wanted any more', () => {
  const list = { rows: [row(3), row(2), row(1)], next: null };
  const seen = row(2, { acknowledgedAtMs: 1, note: 'a cat' });
  expect(withChanged(list, [seen], ALL).rows).toEqual([row(3), seen, row(1)]);
  const waiting = { ...ALL, onlyUnacknowledged: true };
  expect(ids(withChanged(list, [seen], waiting))).toEqual([3, 1]);
  // Undone: it is there again.
  expect(ids(withChanged({ rows: [row(3), row(1)], next: null }, [row(2)], waiting))).toEqual([
    3, 2, 1,
  ]);
});

it.each([
  [{ onlyOpen: true }, [1]],
  [{ onlyUnacknowledged: true }, [1, 2]],
  [{ cameraId: 7 }, [3]],
  [{ type: 'tamper' as const }, [2]],
  [{ cameraId: 7, type: 'tamper' as const }, []],
])('takes of what is told only what %o asks for', (narrow, wanted) => {
  const told = [
    row(1, { endedAtMs: null }),
    row(2, { type: 'tamper' }),
    row(3, { cameraId: 7, severity: 'log' }),
  ];
  const list = withChanged({ rows: [], next: null }, told, { ...ALL, ...narrow });
  expect(ids(list).sort((a, b) => a - b)).toEqual(wanted);
});

it('leaves what is older than what was loaded to its page', () => {
  const next = { startedAtMs: 3_000, id: 3 };
  const list = { rows: [row(4), row(3)], next };
  const changed = withChanged(list, [row(2, { note: 'new' }), row(5)], ALL);
  expect(ids(changed)).toEqual([5, 4, 3]);
  const older = withOlder(changed, { rows: [row(3), row(2), row(1)], next: null });
  expect(ids(older)).toEqual([5, 4, 3, 2, 1]);
});

it('lets the oldest go when it grows by itself, and knows where they wait', () => {
  const rows = Array.from({ length: MOST_ROWS }, (_, index) => row(MOST_ROWS - index));
  const grown = withChanged({ rows, next: null }, [row(MOST_ROWS + 1)], ALL);
  expect(grown.rows).toHaveLength(MOST_ROWS);
  expect(grown.next).toEqual({ startedAtMs: 2_000, id: 2 });
});

it('keeps the chosen row wherever it goes, and takes what came into its place when it went', () => {
  const before = [row(3), row(2), row(1)];
  expect(chosenAfter(before, [row(4), ...before], 2)).toBe(2);
  expect(chosenAfter(before, [row(3), row(1)], 2)).toBe(1);
  expect(chosenAfter(before, [row(3), row(2)], 1)).toBe(2);
  expect(chosenAfter(before, [], 1)).toBeNull();
  expect(chosenAfter(before, [row(3)], null)).toBeNull();
});

import { rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '@contract/models/events/event-type.ts';
import {
  type EventFilter,
  type EventFilterInput,
  eventFilterSchema,
  type JournalCursor,
} from '@contract/models/events/journal.ts';
import type { EventRow } from '../../src-main/app/events/journal/event-row.ts';
import type { Journal } from '../../src-main/app/events/journal/journal.ts';
import { eventRow } from '../support/event-row.ts';
import { killWriters } from '../support/journal-kills.ts';
import { startJournal } from '../support/journal-under-test.ts';
import { PATIENT } from '../support/patience.ts';
import { fill, smallDisk } from '../support/small-disk.ts';
import { tempFolder } from '../support/temp-folder.ts';

const ALL = eventFilterSchema.parse({});

function filter(entries: EventFilterInput): EventFilter {
  return eventFilterSchema.parse(entries);
}

/** Everything that a filter leads to, page by page, as a person scrolls. */
function scrolled(journal: Journal, wanted: EventFilter, limit: number): EventRow[] {
  const rows: EventRow[] = [];
  let before: JournalCursor | null = null;
  do {
    const page = journal.page({ filter: wanted, before, limit });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    before = page.next;
  } while (before !== null);
  return rows;
}

/** The same, from the rows themselves. */
function expected(rows: readonly EventRow[], wanted: EventFilter): EventRow[] {
  const { fromMs, toMs, cameraIds, nvrIds, types, onlyOpen, onlyUnacknowledged } = wanted;
  const isAnywhere = cameraIds.length + nvrIds.length === 0;
  return rows
    .filter((row) => row.startedAtMs >= (fromMs ?? 0) && row.startedAtMs < (toMs ?? Infinity))
    .filter(
      ({ cameraId, nvrId }) =>
        isAnywhere || nvrIds.includes(nvrId) || cameraIds.some((id) => id === cameraId),
    )
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .filter(({ endedAtMs }) => !onlyOpen || endedAtMs === null)
    .filter(
      ({ severity, acknowledgedAtMs }) =>
        !onlyUnacknowledged || (severity === 'alarm' && acknowledgedAtMs === null),
    )
    .toSorted((one, other) => other.startedAtMs - one.startedAtMs || other.id - one.id);
}

const someTypes = EVENT_TYPES.slice(0, 4);
const rowsOfASite = fc.array(
  fc.record({
    nvrId: fc.integer({ min: 1, max: 2 }),
    cameraId: fc.constantFrom(null, 1, 2, 3),
    type: fc.constantFrom(...someTypes),
    severity: fc.constantFrom('alarm', 'log'),
    // Few, so that many rows began at the same time, and not in the order of their numbers.
    startedAtMs: fc.integer({ min: 1, max: 8 }),
    isOpen: fc.boolean(),
    acknowledgedAtMs: fc.constantFrom(null, 5),
  }),
  { maxLength: 40 },
);
const anyFilter = fc.record({
  fromMs: fc.constantFrom(null, 2, 5),
  toMs: fc.constantFrom(null, 5, 7),
  cameraIds: fc.subarray([1, 2, 3]),
  nvrIds: fc.subarray([1, 2]),
  types: fc.subarray([...someTypes]),
  onlyOpen: fc.boolean(),
  onlyUnacknowledged: fc.boolean(),
});

describe('pages', () => {
  it('hold what fits, once, in its order, whatever the filter and the size, written or not', async () => {
    const { journal, sqlite } = await startJournal();
    fc.assert(
      fc.property(
        rowsOfASite,
        anyFilter,
        fc.integer({ min: 1, max: 7 }),
        fc.nat(40),
        (site, wanted, limit, unwritten) => {
          sqlite.exec('DELETE FROM event');
          const rows = site.map(({ isOpen, ...entries }, index) =>
            eventRow({ ...entries, id: index + 1, endedAtMs: isOpen ? null : 9 }),
          );
          for (const [index, row] of rows.entries()) {
            if (index === unwritten) journal.flush();
            journal.put(row);
          }
          // A disk that takes nothing: what is put now waits.
          sqlite.pragma('query_only = ON');
          expect(scrolled(journal, wanted, limit)).toEqual(expected(rows, wanted));
          sqlite.pragma('query_only = OFF');
          expect(scrolled(journal, wanted, limit)).toEqual(expected(rows, wanted));
        },
      ),
    );
  });

  it.each([
    { onlyUnacknowledged: false, nvrIds: [] },
    { onlyUnacknowledged: true, nvrIds: [2] },
  ])('of a full wall are read by its lists, whichever of them begin newest: %o', async (more) => {
    const { journal } = await startJournal();
    const rows = Array.from({ length: 6_000 }, (_, index) =>
      eventRow({
        id: index + 1,
        // The newest ones are of another camera, so that the page is not found among them.
        cameraId: index < 4_500 ? 1 + ((index * 7) % 90) : 99,
        nvrId: index < 4_500 ? 1 + (index % 40) : 99,
        type: someTypes[index % someTypes.length] ?? 'other',
        // Many begin at the same time.
        startedAtMs: 1 + Math.floor(index / 25),
        severity: index % 3 === 0 ? 'log' : 'alarm',
      }),
    );
    for (const row of rows) journal.put(row);
    journal.flush();
    const cameraIds = Array.from({ length: 60 }, (_, index) => 20 + index);
    // One twice: nothing forbids it.
    const wanted = filter({ ...more, cameraIds: [...cameraIds, 20] });
    expect(scrolled(journal, wanted, 30)).toEqual(expected(rows, wanted));
  });

  it('of many cameras are read from the newest row on, in pieces that may be short', async () => {
    const { journal } = await startJournal();
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      eventRow({ id: index + 1, cameraId: 1 + (index % 2_000) }),
    );
    for (const row of rows) journal.put(row);
    const cameraIds = Array.from({ length: 100 }, (_, index) => 1_001 + index);
    const wanted = filter({ cameraIds });
    expect(scrolled(journal, wanted, 30)).toEqual(expected(rows, wanted));
    const first = journal.page({
      filter: filter({ cameraIds: cameraIds.map((id) => id + 9_000) }),
      before: null,
      limit: 30,
    });
    expect(first.rows).toEqual([]);
    expect(first.next).toEqual({ startedAtMs: 14_001_000, id: 14_001 });
  });
});

describe('what is written', () => {
  it('is there after a restart, changes included, and numbers go on', async () => {
    const folder = await tempFolder();
    const { journal } = await startJournal(folder);
    const row = eventRow({ id: journal.nextId(), endedAtMs: null });
    journal.put(row);
    journal.flush();
    const acknowledged = {
      ...row,
      acknowledgedAtMs: 7,
      acknowledgedBy: 'guard',
      note: 'A fox',
      count: 9,
    };
    journal.put(acknowledged);
    journal.close();
    const { journal: again } = await startJournal(folder);
    expect(again.find([1])).toEqual([acknowledged]);
    expect(again.open()).toEqual([acknowledged]);
    expect(again.countUnacknowledged()).toBe(0);
    expect(again.nextId()).toBe(2);
  });

  it('and shown is there after any of 40 kills', async () => {
    const lanes = Array.from({ length: 4 }, async () => {
      return killWriters(path.join(await tempFolder(), 'events.sqlite'), 10);
    });
    for (const { lost, kept } of await Promise.all(lanes)) {
      expect(lost).toEqual([]);
      expect(kept).toBeGreaterThan(10);
    }
  });
});

describe('a full disk', () => {
  it('loses no alarm: it is listed, counted as unwritten, and written once there is room', async ({
    skip,
  }) => {
    const folder = await smallDisk();
    if (folder === null) return skip('nobody may mount a disk here');
    const { journal, refusals, sqlite } = await startJournal(folder);
    journal.put(eventRow({ id: journal.nextId() }));
    expect(journal.flush()).toBe(true);
    const filler = path.join(folder, 'filler');
    fill(filler);
    // The log beside the database has some room of its own.
    let id = 0;
    await expect
      .poll(
        () => {
          id = journal.nextId();
          journal.put(eventRow({ id, note: 'x'.repeat(2_000) }));
          return journal.flush();
        },
        { ...PATIENT, interval: 0 },
      )
      .toBe(false);
    expect(journal.unwritten).toBe(1);
    expect(refusals).toHaveLength(1);
    expect(journal.page({ filter: ALL, before: null, limit: 1 }).rows).toMatchObject([{ id }]);
    expect(journal.countUnacknowledged()).toBe(id);
    rmSync(filler);
    expect(journal.flush()).toBe(true);
    expect(journal.unwritten).toBe(0);
    expect(sqlite.prepare('SELECT max(id) FROM event').pluck().get()).toBe(id);
  });
});

describe('what is deleted', () => {
  it('is what is too old, some at a time, but nothing that goes on', async () => {
    const { journal, sqlite } = await startJournal();
    for (let id = 1; id <= 50; id += 1) {
      journal.put(eventRow({ id, startedAtMs: id, endedAtMs: id === 3 ? null : 99 }));
    }
    journal.flush();
    const prune = () => journal.prune({ beforeMs: 31, megabytes: 50, most: 20 });
    expect([prune(), prune(), prune()]).toEqual([true, false, false]);
    const left = sqlite.prepare('SELECT id FROM event ORDER BY id').pluck().all();
    expect(left).toEqual([3, ...Array.from({ length: 20 }, (_, index) => 31 + index)]);
    expect(journal.firstId()).toBe(3);
  });

  it('is the oldest beyond the size, and the file becomes smaller', async () => {
    const { journal, sqlite } = await startJournal();
    for (let id = 1; id <= 4_000; id += 1) journal.put(eventRow({ id, note: 'x'.repeat(500) }));
    journal.flush();
    const pages = () => sqlite.pragma('page_count', { simple: true }) as number;
    const before = pages();
    let pieces = 0;
    while (journal.prune({ beforeMs: 0, megabytes: 1, most: 200 })) pieces += 1;
    expect(pieces).toBeGreaterThan(5);
    const [oldest] = sqlite.prepare('SELECT min(id) FROM event').pluck().all();
    expect(oldest).toBe(pieces * 200 + 1);
    expect(pages()).toBeLessThan(before / 2);
  });
});

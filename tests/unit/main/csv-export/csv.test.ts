import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventFilterSchema, type JournalRow } from '@contract/models/events/journal.ts';
import { ok } from '@contract/result.ts';
import { CsvExports } from '../../../../src-main/app/csv-export/csv-exports.ts';
import { HEALTH_HEAD } from '../../../../src-main/app/csv-export/health-csv.ts';
import { JOURNAL_HEAD, journalLine } from '../../../../src-main/app/csv-export/journal-csv.ts';
import { csvHead, csvLine, csvTime } from '../../../../src-main/app/domain/csv.ts';
import { eventRow } from '../../../support/event-row.ts';

/** Reads RFC 4180, as a spreadsheet would. */
function read(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.replace(/^\uFEFF/, '').matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('a line', () => {
  it('holds any text as it is, but for what a spreadsheet would do', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const [row] = read(csvLine(cells));
        expect(row?.map((cell, at) => (cell === cells[at] ? cell : cell.slice(1)))).toEqual(cells);
        for (const cell of row ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
    'makes %j harmless',
    (text) => expect(read(csvLine([text]))).toEqual([[`'${text}`]]),
  );

  it('leaves numbers what they are, and nothing empty', () => {
    expect(csvLine([-95_000, null, true, ''])).toBe('-95000,,true,""\r\n');
  });

  it('of the head comes after the mark that Excel needs', () => {
    expect(csvHead(['a', 'b'])).toBe('\uFEFF"a","b"\r\n');
  });

  it('tells times by the station’s clock, so that they are the same instant', () => {
    const atMs = Date.UTC(2026, 6, 1, 12, 0, 5);
    expect(Date.parse(csvTime(atMs) ?? '')).toBe(atMs);
    expect(csvTime(atMs)).toMatch(/^2026-0[67]-\d\dT\d\d:\d\d:05[+-]\d\d:\d\d$/);
    expect(csvTime(null)).toBeNull();
  });
});

const shown = (id: number, more: Partial<JournalRow> = {}): JournalRow => ({
  ...eventRow({ id }),
  hasPicture: false,
  ...more,
});
const FILTER = eventFilterSchema.parse({});

/** A journal of so many rows, written into a folder of the test's own. */
async function exporting(rows: number, pageRows = 500) {
  const folder = await mkdtemp(path.join(tmpdir(), 'opus-csv-'));
  const part = path.join(folder, 'events.csv.part');
  const pages: number[] = [];
  const all = Array.from({ length: rows }, (_, index) => shown(rows - index));
  const ends: string[] = [];
  const exports = new CsvExports({
    events: {
      list: ({ before }) => {
        pages.push(before?.id ?? 0);
        const from = before === null ? 0 : all.findIndex(({ id }) => id === before.id) + 1;
        const page = all.slice(from, from + pageRows);
        const last = page.at(-1);
        const isMore = from + pageRows < rows;
        return { rows: page, next: isMore && last ? { startedAtMs: 0, id: last.id } : null };
      },
    },
    health: { list: () => [] },
    recorders: { get: () => undefined },
    listCameras: () => Promise.resolve([]),
    beginFile: (name) =>
      Promise.resolve(
        ok({
          part,
          keep: () => {
            ends.push(`kept ${name}`);
            return Promise.resolve({ fileId: 'f', path: part });
          },
          discard: () => {
            ends.push('discarded');
            return Promise.resolve();
          },
        }),
      ),
  });
  return { exports, folder, part, pages, ends };
}

describe('an export', () => {
  it('holds all rows, a page at a time', async () => {
    const { exports, part, pages, ends } = await exporting(1_201);
    expect(await exports.exportJournal(FILTER)).toMatchObject({ ok: true, value: { rows: 1_201 } });
    const lines = read(await readFile(part, 'utf8'));
    expect(lines).toHaveLength(1_202);
    expect(lines.every(({ length }) => length === lines[0]?.length)).toBe(true);
    expect(lines.slice(1).map(([id]) => Number(id))).toEqual(
      Array.from({ length: 1_201 }, (_, index) => 1_201 - index),
    );
    expect(pages).toHaveLength(3);
    expect(ends).toEqual([expect.stringMatching(/^kept opus-nvr-events-\d{4}-\d\d-\d\d\.csv$/)]);
  });

  it('that is called off leaves nothing', async () => {
    const { exports, ends, pages } = await exporting(100_000, 1);
    const ended = exports.exportJournal(FILTER);
    await expect.poll(() => pages.length).toBeGreaterThan(10);
    exports.cancel();
    expect(await ended).toEqual(ok(null));
    expect(ends).toEqual(['discarded']);
    expect(pages.length).toBeLessThan(100_000);
  });

  it('that the disk refuses says so', async () => {
    const { folder } = await exporting(0);
    const nowhere = path.join(folder, 'gone', 'events.csv.part');
    const refused = new CsvExports({
      events: { list: () => ({ rows: [shown(1)], next: null }) },
      health: { list: () => [] },
      recorders: { get: () => undefined },
      listCameras: () => Promise.resolve([]),
      beginFile: () =>
        Promise.resolve(
          ok({
            part: nowhere,
            keep: () => Promise.reject(new Error('never')),
            discard: () => Promise.resolve(),
          }),
        ),
    });
    expect(await refused.exportJournal(FILTER)).toMatchObject({
      error: { code: 'storage-failed', message: { key: 'file-not-saved' } },
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

it('each row has a cell for each column', () => {
  const columns = (text: string): number | undefined => read(text)[0]?.length;
  expect(columns(journalLine(shown(1)))).toBe(columns(JOURNAL_HEAD));
  expect(columns(HEALTH_HEAD)).toBe(23);
});

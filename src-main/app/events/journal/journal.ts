import type SqliteDatabase from 'better-sqlite3';
import { UNACKNOWLEDGED_MAX } from '@contract/models/events/journal.ts';
import { type EventRow, isWaiting, newestFirst } from './event-row.ts';
import { fits, isOlder, spanOf } from './event-filter.ts';
import { JournalReader, type RowPage, type RowQuery } from './journal-reader.ts';
import { PendingRows } from './pending-rows.ts';
import { type StoredRow, toStored, UPSERT } from './stored-row.ts';

/** What the journal works with. */
export interface JournalOptions {
  sqlite: SqliteDatabase.Database;
  /** The disk took nothing; told once until it takes again. */
  onRefused: (error: unknown) => void;
}

/** What is deleted. */
export interface Pruning {
  /** What began before (Unix time in ms). */
  beforeMs: number;
  /** And what is beyond this. */
  megabytes: number;
  /** Rows at once. */
  most: number;
}

const MEGABYTE = 1024 * 1024;
/** The last instant that JavaScript's dates know. */
const END_OF_TIME_MS = 8.64e15;

/**
 * All conditions, open and over. `put` only notes a row; `flush` writes everything noted in one transaction, so that a storm costs some ten
 * commits a second. Whoever shows a row flushes first. What the disk does not take is kept in memory, is listed like the rest,
 * and is written later.
 */
export class Journal {
  readonly #sqlite: SqliteDatabase.Database;
  readonly #options: JournalOptions;
  readonly #reader: JournalReader;
  readonly #upsert: SqliteDatabase.Statement<[StoredRow]>;
  readonly #waiting: SqliteDatabase.Statement<[number], number>;
  readonly #delete: SqliteDatabase.Statement<[number, number]>;
  readonly #pending = new PendingRows();
  #isRefused = false;
  #lastId: number;
  /** The highest number that is written. */
  #writtenId: number;

  constructor(options: JournalOptions) {
    const { sqlite } = options;
    this.#options = options;
    this.#sqlite = sqlite;
    this.#reader = new JournalReader(sqlite);
    this.#upsert = sqlite.prepare(UPSERT);
    this.#waiting = sqlite
      .prepare<[number], number>(
        `SELECT count(*) FROM (SELECT 1 FROM event INDEXED BY waiting_by_time
          WHERE severity = 'alarm' AND acknowledged_at_ms IS NULL LIMIT ?)`,
      )
      .pluck();
    this.#delete = sqlite.prepare(
      `DELETE FROM event WHERE id IN (
        SELECT id FROM event INDEXED BY event_by_time
        WHERE started_at_ms < ? AND ended_at_ms IS NOT NULL ORDER BY started_at_ms LIMIT ?)`,
    );
    this.#lastId =
      (sqlite.prepare('SELECT max(id) FROM event').pluck().get() as number | null) ?? 0;
    this.#writtenId = this.#lastId;
  }

  /** Rows that the disk would not take: 0 but where it is full. */
  get unwritten(): number {
    return this.#isRefused ? this.#pending.size : 0;
  }

  /** A number for a new row. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Notes a row as it is now, to be written with the others. */
  put(row: EventRow): void {
    this.#pending.put(row);
  }

  /** Writes what is noted, in one transaction. False: the disk did not take it. Never throws. */
  flush(): boolean {
    if (this.#pending.size === 0) return true;
    try {
      const rows = this.#pending.all();
      this.#sqlite.transaction(() => {
        for (const row of rows) this.#upsert.run(toStored(row));
      })();
      this.#writtenId = rows.reduce((highest, { id }) => Math.max(highest, id), this.#writtenId);
      this.#pending.clear();
      this.#isRefused = false;
      return true;
    } catch (error) {
      if (!this.#isRefused) this.#options.onRefused(error);
      this.#isRefused = true;
      return false;
    }
  }

  /** One page, what waits for the disk included. */
  page(query: RowQuery): RowPage {
    const isAllWritten = this.flush();
    const page = this.#reader.page(query);
    return isAllWritten ? page : this.#withPending(page, query);
  }

  /** As they are now, the newest first; those that are gone are missing. */
  find(ids: readonly number[]): EventRow[] {
    const pending = ids.map((id) => this.#pending.get(id)).filter((row) => row !== undefined);
    const written = this.#reader.find(ids).filter(({ id }) => this.#pending.get(id) === undefined);
    return [...pending, ...written].sort(newestFirst);
  }

  /** Everything that goes on, as it was written. */
  open(): EventRow[] {
    return this.#reader.open();
  }

  /** Alarms that nobody has acknowledged, counted up to UNACKNOWLEDGED_MAX. */
  countUnacknowledged(): number {
    const written = this.#waiting.get(UNACKNOWLEDGED_MAX) ?? 0;
    const isNew = ({ id }: EventRow): boolean => id > this.#writtenId;
    const unwritten = this.#pending.all().filter((row) => isNew(row) && isWaiting(row)).length;
    return Math.min(written + unwritten, UNACKNOWLEDGED_MAX);
  }

  /** The lowest number there is; pictures of lower ones belong to nothing. */
  firstId(): number {
    const first = this.#sqlite.prepare('SELECT min(id) FROM event').pluck().get();
    return (first as number | null) ?? this.#lastId + 1;
  }

  /** Deletes some rows that are too old or beyond the size, the oldest first, whatever is acknowledged, but nothing that goes on. True: there are more. */
  prune({ beforeMs, megabytes, most }: Pruning): boolean {
    const isTooLarge = this.#usedBytes() > megabytes * MEGABYTE;
    const { changes } = this.#delete.run(isTooLarge ? END_OF_TIME_MS : beforeMs, most);
    if (changes > 0) this.#sqlite.pragma(`incremental_vacuum(${most})`);
    return changes === most;
  }

  close(): void {
    this.flush();
    this.#sqlite.close();
  }

  #usedBytes(): number {
    const read = (name: string): number => this.#sqlite.pragma(name, { simple: true }) as number;
    return (read('page_count') - read('freelist_count')) * read('page_size');
  }

  /** The page as it will be once the disk takes the rest. */
  #withPending({ rows, next }: RowPage, { filter, before, limit }: RowQuery): RowPage {
    const span = spanOf(filter, before);
    const isWanted = fits(filter);
    const own = this.#pending
      .all()
      .filter((row) => isWanted(row) && row.startedAtMs >= span.fromMs && isOlder(row, span.before))
      .filter((row) => next === null || !isOlder(row, next));
    const others = rows.filter(({ id }) => this.#pending.get(id) === undefined);
    const all = [...own, ...others].sort(newestFirst);
    const page = all.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: page,
      next: all.length > limit && last ? { startedAtMs: last.startedAtMs, id: last.id } : next,
    };
  }
}

import type SqliteDatabase from 'better-sqlite3';
import { EVENT_TYPES } from '@contract/models/events/event-type.ts';
import type { EventFilter, JournalCursor } from '@contract/models/events/journal.ts';
import type { EventRow } from './event-row.ts';
import { newestFirst } from './event-row.ts';
import { fits, type Span, spanOf } from './event-filter.ts';
import { COLUMNS, fromStored, type StoredRow } from './stored-row.ts';

/** More lists than this, all types of the 64 cameras of a wall, are not read side by side: then the journal is read from its newest row on, for what fits. */
const MOST_BRANCHES = 1_300;
/** Rows that are looked at for one page in that way: some 20 ms. */
const SCANNED_ROWS = 6_000;
/** Many lists are worth this short look first: those of busy cameras fill a page with their newest rows. */
const MANY_BRANCHES = 50;
const LOOKED_AT_FIRST = 1_000;
/** Keys that are read of each list at first. */
const FIRST_READ = 6;
const WAITING = `severity = 'alarm' AND acknowledged_at_ms IS NULL`;

/** One page. `next` says whether there may be more, however few there are. */
export interface RowPage {
  rows: EventRow[];
  next: JournalCursor | null;
}

/** What is read, and how far. */
export interface RowQuery {
  filter: EventFilter;
  before: JournalCursor | null;
  limit: number;
}

type Key = [startedAtMs: number, id: number];
type Statement = SqliteDatabase.Statement<unknown[], Key>;

/**
 * Reads pages of the journal, each within some 50 ms however long it is: by an index that leads to just these rows, or in bounded pieces. Prepared once, with
 * the indexes named: a planner without statistics would choose others.
 */
export class JournalReader {
  readonly #sqlite: SqliteDatabase.Database;
  readonly #statements = new Map<string, Statement>();
  readonly #byIds: SqliteDatabase.Statement<[string], StoredRow>;
  readonly #open: SqliteDatabase.Statement<[], StoredRow>;

  constructor(sqlite: SqliteDatabase.Database) {
    this.#sqlite = sqlite;
    this.#byIds = sqlite.prepare(
      `SELECT ${COLUMNS} FROM event WHERE id IN (SELECT value FROM json_each(?))`,
    );
    this.#open = sqlite.prepare(
      `SELECT ${COLUMNS} FROM event INDEXED BY event_open WHERE ended_at_ms IS NULL`,
    );
  }

  page({ filter, before, limit }: RowQuery): RowPage {
    const span = spanOf(filter, before);
    if (filter.onlyOpen) return cut(this.#openWithin(filter, span), limit);
    const branches = branchesOf(filter);
    if (branches === null) return this.#scan(filter, span, limit, SCANNED_ROWS);
    if (branches.length > MANY_BRANCHES) {
      const near = this.#scan(filter, span, limit, LOOKED_AT_FIRST);
      if (near.rows.length === limit) return near;
    }
    const newest = this.#merge(
      branches.length > MANY_BRANCHES
        ? this.#promising(branches, filter.onlyUnacknowledged, span, limit + 1)
        : branches,
      filter.onlyUnacknowledged,
      span,
      limit + 1,
    );
    return cut(this.find(newest.map(([, id]) => id)), limit);
  }

  /** The newest first; those that are gone are missing. */
  find(ids: readonly number[]): EventRow[] {
    return this.#byIds.all(JSON.stringify(ids)).map(fromStored).sort(newestFirst);
  }

  /** Everything that goes on. */
  open(): EventRow[] {
    return this.#open.all().map(fromStored);
  }

  /**
   * Of many lists, those that can hold some of the newest rows: where enough lists begin with a newer row, the others need not be read. One question to SQLite
   * instead of a thousand, each of which costs several times what the look into the index does.
   */
  #promising(branches: readonly Branch[], isWaiting: boolean, span: Span, most: number): Branch[] {
    return (['camera', 'nvr'] as const).flatMap((index) => {
      // A row is in one list of its kind only, so that the first rows of these are so many rows.
      const kind = branches.filter((branch) => branch.index === index);
      const values = JSON.stringify(kind.map((branch) => branch.values));
      const begun = this.#statement(beginsOf(index, isWaiting))
        .all(...bounds(span), values)
        .sort(byKey);
      const oldest = begun[most - 1]?.[0] ?? 0;
      return begun.flatMap(([atMs, at]) => (atMs >= oldest ? (kind[at] ?? []) : []));
    });
  }

  /**
   * The newest of several lists: a little of each is read, and more only of those that may still have some of them. All of each would be a hundred
   * thousand keys for the 64 cameras of a wall.
   */
  #merge(branches: readonly Branch[], isWaiting: boolean, span: Span, most: number): Key[] {
    const newest = new Map<number, Key>();
    let open = branches.map((branch) => ({ ...branch, before: span.before }));
    for (
      let size = Math.max(FIRST_READ, Math.ceil(most / branches.length));
      open.length > 0;
      size *= 4
    ) {
      const unread = open.flatMap((branch) => {
        const statement = this.#statement(sqlOf(branch.index, isWaiting, 'started_at_ms, id'));
        const keys = statement.all(
          ...branch.values,
          ...bounds({ ...span, before: branch.before }),
          size,
        );
        // A camera and its NVR, both wanted, lead to the same rows.
        for (const key of keys) newest.set(key[1], key);
        const last = keys.at(-1);
        if (last === undefined || keys.length < size) return [];
        return { ...branch, before: { startedAtMs: last[0], id: last[1] } };
      });
      const kept = [...newest.values()].sort(byKey).slice(0, most);
      const oldest = kept.length < most ? undefined : kept.at(-1);
      newest.clear();
      for (const key of kept) newest.set(key[1], key);
      open = unread.filter(
        ({ before }) => oldest === undefined || byKey([before.startedAtMs, before.id], oldest) < 0,
      );
    }
    return [...newest.values()];
  }

  #openWithin(filter: EventFilter, { fromMs, before }: Span): EventRow[] {
    const isWanted = fits(filter);
    return this.open()
      .filter((row) => isWanted(row) && row.startedAtMs >= fromMs && newestFirst(before, row) < 0)
      .sort(newestFirst);
  }

  #scan(filter: EventFilter, span: Span, limit: number, most: number): RowPage {
    const rows: EventRow[] = [];
    let looked = 0;
    let last: EventRow | null = null;
    const isWanted = fits(filter);
    for (const stored of this.#scanning(filter.onlyUnacknowledged).iterate(...bounds(span), most)) {
      looked += 1;
      last = fromStored(stored);
      if (isWanted(last)) rows.push(last);
      if (rows.length === limit) break;
    }
    const isMore = rows.length === limit || looked === most;
    return { rows, next: isMore && last !== null ? cursorOf(last) : null };
  }

  #scanning(isWaiting: boolean): SqliteDatabase.Statement<unknown[], StoredRow> {
    return this.#sqlite.prepare(sqlOf('time', isWaiting, COLUMNS));
  }

  #statement(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#sqlite.prepare<unknown[], Key>(sql).raw();
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

type Index = 'time' | 'type' | 'camera' | 'nvr';

interface Branch {
  index: Index;
  values: (number | string)[];
}

const WHERE: Record<Index, string> = {
  time: '',
  type: 'type = ? AND ',
  camera: 'camera_id = ? AND type = ? AND ',
  nvr: 'nvr_id = ? AND type = ? AND ',
};

function sqlOf(index: Index, isWaiting: boolean, columns: string): string {
  return `SELECT ${columns} FROM event INDEXED BY ${isWaiting ? 'waiting' : 'event'}_by_${index}
    WHERE ${WHERE[index]}${isWaiting ? `${WAITING} AND ` : ''}
      (started_at_ms, id) < (?, ?) AND started_at_ms >= ?
    ORDER BY started_at_ms DESC, id DESC LIMIT (?)`;
}

/** When each of many lists begins, and its place among them; without those that are empty. */
function beginsOf(index: 'camera' | 'nvr', isWaiting: boolean): string {
  const [source, type] = ['list.value ->> 0', 'list.value ->> 1'];
  return `SELECT * FROM (
    SELECT (
      SELECT started_at_ms FROM event INDEXED BY ${isWaiting ? 'waiting' : 'event'}_by_${index}
      WHERE ${index}_id = ${source} AND type = ${type} AND ${isWaiting ? `${WAITING} AND ` : ''}
        (started_at_ms, id) < (?, ?) AND started_at_ms >= ?
      ORDER BY started_at_ms DESC LIMIT 1) AS begins_at_ms, list.key
    FROM json_each(?) AS list)
  WHERE begins_at_ms IS NOT NULL`;
}

/** Lists that together hold what is wanted, each by an index in its order; null: too many of them. */
function branchesOf({ cameraIds, nvrIds, types }: EventFilter): Branch[] | null {
  const sources = cameraIds.length + nvrIds.length;
  if (sources === 0) {
    if (types.length === 0) return [{ index: 'time', values: [] }];
    return types.map((type) => ({ index: 'type', values: [type] }));
  }
  const wanted = types.length === 0 ? EVENT_TYPES : [...new Set(types)];
  if (sources * wanted.length > MOST_BRANCHES) return null;
  const each = (index: Index, ids: readonly number[]): Branch[] =>
    [...new Set(ids)].flatMap((id) => wanted.map((type) => ({ index, values: [id, type] })));
  return [...each('camera', cameraIds), ...each('nvr', nvrIds)];
}

function bounds({ fromMs, before }: Span): number[] {
  return [before.startedAtMs, Math.min(before.id, Number.MAX_SAFE_INTEGER), fromMs];
}

function byKey([atMs, id]: Key, [otherMs, otherId]: Key): number {
  return otherMs - atMs || otherId - id;
}

function cut(rows: EventRow[], limit: number): RowPage {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? cursorOf(last) : null };
}

function cursorOf({ startedAtMs, id }: EventRow): JournalCursor {
  return { startedAtMs, id };
}

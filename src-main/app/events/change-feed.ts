import {
  type EventsChanged,
  JOURNAL_PAGE_MAX,
  type JournalRow,
} from '@contract/models/events/journal.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Service } from '../lifecycle/service.ts';
import { type EventRow, newestFirst } from './journal/event-row.ts';
import type { Journal } from './journal/journal.ts';

/** What comes within this is written together. */
const GATHER_MS = 50;
/** At most ten times a second, whatever happens: pages repaint, and each time costs a commit. */
const AT_MOST_EVERY_MS = 100;
/** How long a repeat may wait: nobody needs the last time by the second, and a wall full of motion has hundreds a second. */
const REPEATS_EVERY_MS = 5_000;

/** What the feed works with. */
export interface ChangeFeedOptions {
  journal: Pick<Journal, 'put' | 'flush' | 'unwritten'>;
  toShown: (row: EventRow) => JournalRow;
  summary: () => EventsChanged['summary'];
}

/** Writes rows that changed, and then tells of them: what was shown is in the journal, unless the disk takes nothing, which is told. */
export class ChangeFeed implements Service {
  readonly changed = new Emitter<EventsChanged>();
  readonly #options: ChangeFeedOptions;
  /** To be told of. */
  readonly #rows = new Map<number, EventRow>();
  /** Only repeated since they were told of. */
  readonly #repeated = new Map<number, EventRow>();
  #isWanted = false;
  #timer: NodeJS.Timeout | undefined;
  #repeats: NodeJS.Timeout | undefined;
  #lastMs = -Infinity;

  constructor(options: ChangeFeedOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    this.#repeats ??= setInterval(() => this.#noteRepeats(), REPEATS_EVERY_MS);
    return Promise.resolve();
  }

  /** Nothing that was noted is lost. */
  stop(): Promise<void> {
    clearInterval(this.#repeats);
    clearTimeout(this.#timer);
    this.#repeats = undefined;
    this.#timer = undefined;
    this.#noteRepeats();
    this.tell();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return Promise.resolve();
  }

  /** The row changed in a way that is to be seen soon. */
  note(row: EventRow): void {
    this.#repeated.delete(row.id);
    this.#options.journal.put(row);
    this.#rows.set(row.id, { ...row });
    this.noteSummary();
  }

  /** It was told of once more, and nothing else. */
  noteRepeat(row: EventRow): void {
    this.#repeated.set(row.id, row);
  }

  /** The summary changed without a row. */
  noteSummary(): void {
    this.#isWanted = true;
    const sinceMs = performance.now() - this.#lastMs;
    this.#timer ??= setTimeout(() => this.tell(), Math.max(GATHER_MS, AT_MOST_EVERY_MS - sinceMs));
  }

  /** Writes and tells at once. */
  tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastMs = performance.now();
    const { journal, toShown, summary } = this.#options;
    const wasUnwritten = journal.unwritten;
    journal.flush();
    if (!this.#isWanted && journal.unwritten === wasUnwritten) return;
    this.#isWanted = false;
    const rows = [...this.#rows.values()].sort(newestFirst);
    this.#rows.clear();
    this.changed.emit({
      rows: rows.slice(0, JOURNAL_PAGE_MAX).map(toShown),
      isComplete: rows.length <= JOURNAL_PAGE_MAX,
      summary: summary(),
    });
  }

  /** Also tries a disk again that took nothing. */
  #noteRepeats(): void {
    for (const row of this.#repeated.values()) this.note(row);
    this.#repeated.clear();
    if (this.#options.journal.unwritten > 0) this.tell();
  }
}

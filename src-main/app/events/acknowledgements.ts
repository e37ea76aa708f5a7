import {
  type Acknowledge,
  ACKNOWLEDGE_MAX,
  type Acknowledged,
  type EventFilter,
  JOURNAL_PAGE_MAX,
  type JournalCursor,
} from '@contract/models/events/journal.ts';
import { type EventRow, isWaiting } from './journal/event-row.ts';
import type { Journal } from './journal/journal.ts';
import type { LiveEvents } from './live-events.ts';

/** Pages that are read for one request: each may be short. */
const MOST_PAGES = 20;

/** What it works with. */
export interface AcknowledgementsOptions {
  journal: Pick<Journal, 'find' | 'page'>;
  live: Pick<LiveEvents, 'edit'>;
}

/** Who has seen an alarm, and when. */
export class Acknowledgements {
  readonly #options: AcknowledgementsOptions;

  constructor(options: AcknowledgementsOptions) {
    this.#options = options;
  }

  /** Only what is an alarm and was not acknowledged yet. */
  acknowledge(which: Acknowledge, by: string): Acknowledged {
    const { live } = this.#options;
    const { rows, isMore } = 'ids' in which ? this.#named(which.ids) : this.#matching(which);
    const waiting = rows.filter(isWaiting);
    live.edit(waiting, { acknowledgedAtMs: Date.now(), acknowledgedBy: by });
    return { ids: waiting.map(({ id }) => id), isMore };
  }

  /** They wait again. */
  unacknowledge(ids: readonly number[]): Acknowledged {
    const { journal, live } = this.#options;
    const rows = journal.find(ids).filter(({ acknowledgedAtMs }) => acknowledgedAtMs !== null);
    live.edit(rows, { acknowledgedAtMs: null, acknowledgedBy: null });
    return { ids: rows.map(({ id }) => id), isMore: false };
  }

  #named(ids: readonly number[]): { rows: EventRow[]; isMore: boolean } {
    return { rows: this.#options.journal.find(ids), isMore: false };
  }

  #matching({ matching, upToId }: { matching: EventFilter; upToId: number }): {
    rows: EventRow[];
    isMore: boolean;
  } {
    const filter = { ...matching, onlyUnacknowledged: true };
    const rows: EventRow[] = [];
    let before: JournalCursor | null = null;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page = this.#options.journal.page({ filter, before, limit: JOURNAL_PAGE_MAX });
      rows.push(...page.rows.filter(({ id }) => id <= upToId));
      before = page.next;
      if (before === null || rows.length >= ACKNOWLEDGE_MAX) break;
    }
    const isMore = before !== null || rows.length > ACKNOWLEDGE_MAX;
    return { rows: rows.slice(0, ACKNOWLEDGE_MAX), isMore };
  }
}

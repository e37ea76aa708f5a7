import type { EventRow } from './event-row.ts';

/** Rows that a disk which takes nothing may leave waiting in memory: some 10 MB. */
const MOST_PENDING = 20_000;

/** Rows that are not written yet. Where too many wait, entries of the log give way before alarms, and the oldest first. */
export class PendingRows {
  readonly #rows = new Map<number, EventRow>();
  readonly #most: number;
  #lost = 0;

  constructor(most = MOST_PENDING) {
    this.#most = most;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** How many had to give way. */
  get lost(): number {
    return this.#lost;
  }

  get(id: number): EventRow | undefined {
    return this.#rows.get(id);
  }

  all(): EventRow[] {
    return [...this.#rows.values()];
  }

  put(row: EventRow): void {
    this.#rows.set(row.id, { ...row });
    if (this.#rows.size <= this.#most) return;
    const all = this.all();
    const victim = all.find(({ severity }) => severity === 'log') ?? all[0];
    if (victim === undefined) return;
    this.#rows.delete(victim.id);
    this.#lost += 1;
  }

  clear(): void {
    this.#rows.clear();
  }
}

import type { Kysely } from 'kysely';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import { deleteOutage, putOutage } from '../../db/repositories/outage-repository.ts';
import type { Schema } from '../../db/schema.ts';
import type { Logger } from '../../logging/logger.ts';

/** What the log works with. */
export interface OutageLogOptions {
  db: Kysely<Schema>;
  /** The recorder's number. */
  id: number;
  /** As it is stored: Unix time in ms, or null. */
  sinceMs: number | null;
  log: Logger;
  /** Unix time in ms: what is told outlives the process, so no monotonic clock can tell it. */
  now?: () => number;
}

/**
 * Since when a recorder has been without an accepted login. One that only changes its reason has not come back: the time is that
 * of the first failure. A check under way says nothing either way.
 */
export class OutageLog {
  readonly #options: OutageLogOptions;
  #sinceMs: number | null;

  constructor(options: OutageLogOptions) {
    this.#options = options;
    this.#sinceMs = options.sinceMs;
  }

  /** Unix time in ms, or null where no failure is known. */
  get sinceMs(): number | null {
    return this.#sinceMs;
  }

  /** Counts at once; what could not be written is only lost with the app. Never rejects. */
  async note({ state }: NvrLogin): Promise<void> {
    const { db, id, log, now = Date.now } = this.#options;
    if (state === 'checking') return;
    try {
      if (state === 'accepted') {
        if (this.#sinceMs === null) return;
        this.#sinceMs = null;
        await deleteOutage(db, id);
        return;
      }
      this.#sinceMs ??= now();
      await putOutage(db, id, this.#sinceMs);
    } catch (error) {
      log.warn('the time of a recorder’s failure was not stored', { nvr: id, error });
    }
  }
}

import type { Kysely } from 'kysely';
import type { NvrLogin } from '@contract/models/nvr-login.ts';
import { deleteOutage, listOutages, putOutage } from '../db/repositories/outage-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';

/** What the log works with. */
export interface OutageLogOptions {
  db: Kysely<Schema>;
  log: Logger;
  /** Unix time in ms: what is told outlives the process, so no monotonic clock can tell it. */
  now?: () => number;
}

/**
 * Since when each recorder has been without an accepted login. One that only changes its reason has not come back: the time is that
 * of the first failure. A check under way says nothing either way.
 */
export class OutageLog implements Service {
  readonly #options: OutageLogOptions;
  #since = new Map<number, number>();

  constructor(options: OutageLogOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#since = await listOutages(this.#options.db);
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** Unix time in ms, or null for a recorder of which no failure is known. */
  sinceOf(nvrId: number): number | null {
    return this.#since.get(nvrId) ?? null;
  }

  /** Counts at once; what could not be written is only lost with the app. Never rejects. */
  async note(nvrId: number, { state }: NvrLogin): Promise<void> {
    const { db, log, now = Date.now } = this.#options;
    if (state === 'checking') return;
    try {
      if (state === 'accepted') {
        if (this.#since.delete(nvrId)) await deleteOutage(db, nvrId);
        return;
      }
      const sinceMs = this.#since.get(nvrId) ?? now();
      this.#since.set(nvrId, sinceMs);
      await putOutage(db, nvrId, sinceMs);
    } catch (error) {
      log.warn('the time of a recorder’s failure was not stored', { nvr: nvrId, error });
    }
  }
}

import type { Kysely } from 'kysely';
import { findTimeReading, putTimeReading } from '../db/repositories/time-reading-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Logger } from '../logging/logger.ts';
import type { ToldHealth } from './watch/told-health.ts';

/** What devices mean by the times of their recordings, kept by serial number and firmware: an update may change it, a restart of the app does not. */
export class TimeReadings {
  readonly #db: Kysely<Schema>;
  readonly #log: Logger;

  constructor(db: Kysely<Schema>, log: Logger) {
    this.#db = db;
    this.#log = log;
  }

  /** Who it is was told: what was found out earlier counts. Never rejects. */
  async load(told: ToldHealth): Promise<void> {
    const { device } = told;
    if (device === null) return;
    try {
      told.reading = (await findTimeReading(this.#db, device)) ?? null;
    } catch (error) {
      this.#log.warn('what a device means by its times was not read', { error });
    }
  }

  /** It was tested. Never rejects: without a disk it is known until the app ends. */
  async keep({ device, reading }: ToldHealth): Promise<void> {
    if (device === null || reading === null) return;
    try {
      await putTimeReading(this.#db, device, reading);
    } catch (error) {
      this.#log.warn('what a device means by its times was not stored', { error });
    }
  }
}

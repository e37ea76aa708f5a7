import type { Kysely } from 'kysely';
import type { Service } from '../lifecycle/service.ts';
import type { Schema } from './schema.ts';

/** Closes the database last, when nobody writes any more. It is opened before any service exists, since a failing migration must stop the boot. */
export class DatabaseService implements Service {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return this.#db.destroy();
  }
}

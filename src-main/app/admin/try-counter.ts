import type { Kysely } from 'kysely';
import type { PinAttempts } from '@contract/models/admin.ts';
import { getLockState, saveTries, type StoredTries } from '../db/repositories/admin-repository.ts';
import type { Schema } from '../db/schema.ts';
import { blockAfterMs, blockLeftMs, triesLeft } from './attempt-policy.ts';

/** Counts wrong PINs over restarts. Time is the monotonic clock of this run: nobody can set it. */
export class TryCounter {
  readonly #db: Kysely<Schema>;
  readonly #onSaved: (tries: StoredTries) => Promise<void>;
  #failedTries = 0;
  #block = { ms: 0, sinceMs: 0 };

  /** `onSaved` keeps a second copy. */
  constructor(db: Kysely<Schema>, onSaved: (tries: StoredTries) => Promise<void>) {
    this.#db = db;
    this.#onSaved = onSaved;
  }

  get attempts(): PinAttempts {
    const blockedForMs = blockLeftMs(this.#block.ms, performance.now() - this.#block.sinceMs);
    return { triesLeft: triesLeft(this.#failedTries), blockedForMs };
  }

  async load(): Promise<void> {
    const stored = await getLockState(this.#db);
    this.#set(stored.failedTries, blockLeftMs(stored.blockLeftMs, 0));
  }

  /** Counts a try as a wrong one; called before its PIN is looked at. Written first: what cannot be written may not be tried. */
  countOne(): Promise<void> {
    const failedTries = this.#failedTries + 1;
    return this.#save(failedTries, blockAfterMs(failedTries));
  }

  /** The PIN was right. */
  reset(): Promise<void> {
    return this.#save(0, 0);
  }

  /** Remembers how much of a block is over, for an orderly end of the app. */
  async close(): Promise<void> {
    if (this.#block.ms > 0) await this.#save(this.#failedTries, this.attempts.blockedForMs);
  }

  async #save(failedTries: number, leftMs: number): Promise<void> {
    await saveTries(this.#db, { failedTries, blockLeftMs: leftMs });
    await this.#onSaved({ failedTries, blockLeftMs: leftMs });
    this.#set(failedTries, leftMs);
  }

  #set(failedTries: number, leftMs: number): void {
    this.#failedTries = failedTries;
    this.#block = { ms: leftMs, sinceMs: performance.now() };
  }
}

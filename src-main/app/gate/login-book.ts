import type { Kysely } from 'kysely';
import {
  deleteBlockedLogin,
  putBlockedLogin,
  type KeptRefusal,
} from '../db/repositories/login-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Logger } from '../logging/logger.ts';

/** Keeps refusals over restarts. A full disk delays that and nothing else: what could not be written is tried again by `flush`. */
export class LoginBook {
  readonly #db: Kysely<Schema>;
  readonly #log: Logger;
  /** Null: the entry is to be deleted. */
  readonly #unwritten = new Map<number, KeptRefusal | null>();

  constructor(db: Kysely<Schema>, log: Logger) {
    this.#db = db;
    this.#log = log;
  }

  /** Never rejects. */
  async put(nvrId: number, refusal: KeptRefusal | null): Promise<void> {
    const isRetry = this.#unwritten.has(nvrId);
    this.#unwritten.set(nvrId, refusal);
    try {
      await this.#write(nvrId, refusal);
      if (this.#unwritten.get(nvrId) === refusal) this.#unwritten.delete(nvrId);
    } catch (error) {
      // Removed meanwhile: there is nothing to keep it for.
      if (isConstraint(error)) this.#unwritten.delete(nvrId);
      else if (!isRetry) this.#log.error('a login’s state was not stored', { nvr: nvrId, error });
    }
  }

  /** Tries again what failed before. Never rejects. */
  async flush(): Promise<void> {
    for (const [nvrId, refusal] of [...this.#unwritten]) await this.put(nvrId, refusal);
  }

  async #write(nvrId: number, refusal: KeptRefusal | null): Promise<void> {
    if (refusal === null) await deleteBlockedLogin(this.#db, nvrId);
    else await putBlockedLogin(this.#db, nvrId, refusal);
  }
}

function isConstraint(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('SQLITE_CONSTRAINT');
}

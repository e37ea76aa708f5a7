import type { Kysely } from 'kysely';
import {
  deleteBlockedLogin,
  putBlockedLogin,
  type KeptRefusal,
} from '../../../db/repositories/login-repository.ts';
import type { Schema } from '../../../db/schema.ts';
import type { Logger } from '../../../logging/logger.ts';

/** What the book works with. */
export interface LoginBookOptions {
  db: Kysely<Schema>;
  /** The recorder's. */
  id: number;
  log: Logger;
}

/** Keeps a recorder's refusal over restarts. A full disk delays that and nothing else: what could not be written is tried again by `flush`. */
export class LoginBook {
  readonly #options: LoginBookOptions;
  /** A null refusal: the entry is to be deleted. */
  #unwritten: { refusal: KeptRefusal | null } | null = null;

  constructor(options: LoginBookOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  async put(refusal: KeptRefusal | null): Promise<void> {
    const { id, log } = this.#options;
    const isRetry = this.#unwritten !== null;
    const entry = { refusal };
    this.#unwritten = entry;
    try {
      await this.#write(refusal);
      if (this.#unwritten === entry) this.#unwritten = null;
    } catch (error) {
      // Removed meanwhile: there is nothing to keep it for.
      if (isConstraint(error)) this.#unwritten = null;
      else if (!isRetry) log.error('a login’s state was not stored', { nvr: id, error });
    }
  }

  /** Tries again what failed before. Never rejects. */
  async flush(): Promise<void> {
    if (this.#unwritten !== null) await this.put(this.#unwritten.refusal);
  }

  async #write(refusal: KeptRefusal | null): Promise<void> {
    const { db, id } = this.#options;
    if (refusal === null) await deleteBlockedLogin(db, id);
    else await putBlockedLogin(db, id, refusal);
  }
}

function isConstraint(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('SQLITE_CONSTRAINT');
}

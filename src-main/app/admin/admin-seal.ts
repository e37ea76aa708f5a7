import { createHash } from 'node:crypto';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Logger } from '../logging/logger.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import type { PinHash, StoredTries } from '../db/repositories/admin-repository.ts';
import { isKnownCost } from '../domain/scrypt.ts';

/** What the keychain keeps of the lock, out of reach of whoever can only change files. */
export interface Sealed extends StoredTries {
  pin: PinHash;
}

/** `none`: the keychain answered and has no seal. `unknown`: it did not answer. */
export type SealState = { kind: 'found'; sealed: Sealed } | { kind: 'none' } | { kind: 'unknown' };

/** The keychain entry of an installation: each folder of data has its own, and a folder's name is nobody's secret. */
export function sealAccount(databaseFile: string): string {
  return `admin-${createHash('sha256').update(path.resolve(databaseFile)).digest('hex')}`;
}

/** What the seal works with. */
export interface AdminSealOptions {
  secrets: SecretStore;
  /** The keychain entry of this installation. */
  account: string;
  log: Logger;
  /** How long (ms) the app waits for the keychain; a locked one answers when somebody has typed its password. */
  patienceMs?: number;
}

const PATIENCE_MS = 2_000;

const bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const sealSchema = z.object({
  hash: bytes,
  salt: bytes,
  cost: z.object({ n: z.number(), r: z.number(), p: z.number() }).refine(isKnownCost),
  failedTries: z.number().int().nonnegative(),
  blockLeftMs: z.number().int().nonnegative(),
});

/**
 * A copy of the PIN's hash and of the wrong tries in the OS keychain. With it, a database whose PIN was deleted or replaced gets
 * back the right one, and an older copy of the database brings no fresh tries. Without an answer of the keychain the database
 * alone counts: the NVR passwords are not to be had then either.
 */
export class AdminSeal {
  readonly #options: AdminSealOptions;

  constructor(options: AdminSealOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  async load(): Promise<SealState> {
    const { secrets, account, log } = this.#options;
    const text = await this.#within(secrets.get(account));
    if (text === undefined) return { kind: 'unknown' };
    if (text === null) return { kind: 'none' };
    const sealed = parse(text);
    if (sealed === null) {
      log.error('the keychain’s copy of the admin PIN cannot be read');
      return { kind: 'unknown' };
    }
    return { kind: 'found', sealed };
  }

  /** Whether the keychain would answer now; opens no dialog where that can be had without. */
  async isReachable(): Promise<boolean> {
    const status = await this.#within(this.#options.secrets.check());
    return status?.state === 'available';
  }

  /** Never rejects: what the keychain does not take now is in the database. */
  async save({ pin, failedTries, blockLeftMs }: Sealed): Promise<void> {
    const { secrets, account } = this.#options;
    const [hash, salt] = [pin.hash, pin.salt].map((part) => Buffer.from(part).toString('base64'));
    const text = JSON.stringify({ hash, salt, cost: pin.cost, failedTries, blockLeftMs });
    await this.#within(secrets.set(account, text));
  }

  /** After a reset there is no PIN to be put back. Rejects when the keychain refuses. */
  clear(): Promise<void> {
    return this.#options.secrets.delete(this.#options.account);
  }

  /** Undefined when the keychain refused, or has not answered in time. */
  async #within<T>(asked: Promise<T>): Promise<T | undefined> {
    const { log, patienceMs = PATIENCE_MS } = this.#options;
    const late = new AbortController();
    const answered = asked.catch((error: unknown) => {
      log.warn('the keychain’s copy of the admin PIN is out of reach', { error });
      return undefined;
    });
    const waited = delay(patienceMs, undefined, { signal: late.signal }).catch(() => undefined);
    try {
      return await Promise.race([answered, waited]);
    } finally {
      late.abort();
    }
  }
}

function parse(text: string): Sealed | null {
  try {
    const { failedTries, blockLeftMs, ...pin } = sealSchema.parse(JSON.parse(text));
    return { pin, failedTries, blockLeftMs };
  } catch {
    return null;
  }
}

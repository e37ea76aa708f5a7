import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Nvr } from '@contract/models/nvr.ts';
import { listCameraRows, updateCamera } from '../db/repositories/camera-repository.ts';
import {
  findSecretAccount,
  layoutColumns,
  listNvrs,
  updateNvr,
} from '../db/repositories/nvr-repository.ts';
import { removeUnusedSecrets } from '../db/repositories/unused-secret-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import { hasEntry } from '../secrets/secret-account.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import type { UnusedSecrets } from '../secrets/unused-secrets.ts';
import { withoutLayoutSecret } from '../domain/layout-secret.ts';
import { movedPaths } from './nvr-change.ts';

/** What the move works with. */
export interface StoredPathSecretsOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  unusedSecrets: UnusedSecrets;
  log: Logger;
}

/**
 * Moves passwords that earlier versions kept inside stream addresses into the keychain. What a locked keychain does not take now is
 * moved at a later start; an address with another password than the keychain's is left, since a recorder has one.
 */
export class StoredPathSecrets implements Service {
  readonly #options: StoredPathSecretsOptions;

  constructor(options: StoredPathSecretsOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { db, log } = this.#options;
    let moved = 0;
    for (const nvr of await listNvrs(db)) {
      try {
        if (await this.#move(nvr)) moved += 1;
      } catch (error) {
        log.warn('a password inside a stream address was not moved', { nvr: nvr.id, error });
      }
    }
    if (moved === 0) return;
    log.info('passwords inside stream addresses were moved to the keychain', { nvrs: moved });
    // Or the old rows would lie in free pages and in the write-ahead log.
    await sql`VACUUM`.execute(db);
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** True if there was one, and it is in the keychain now. */
  async #move(nvr: Nvr): Promise<boolean> {
    const { db, unusedSecrets, secrets, log } = this.#options;
    const pasted = withoutLayoutSecret(nvr.layout, null);
    if (pasted.ok && pasted.value.password === null) return false;
    const former = await findSecretAccount(db, nvr.id);
    if (former === undefined) return false;
    const known = hasEntry(former) ? await secrets.get(former) : null;
    const kept = withoutLayoutSecret(nvr.layout, known);
    if (!kept.ok || kept.value.password === null) {
      log.warn('a stream address holds another password than the keychain', { nvr: nvr.id });
      return false;
    }
    const { layout, password } = kept.value;
    const account =
      known === null
        ? await unusedSecrets.deposit(password)
        : ({ ok: true, value: former } as const);
    if (!account.ok) throw new Error(account.error.message.key);
    await db.transaction().execute(async (trx) => {
      await updateNvr(trx, nvr.id, { ...layoutColumns(layout), secret_account: account.value });
      await removeUnusedSecrets(trx, [account.value]);
      for (const camera of await listCameraRows(trx, nvr.id)) {
        await updateCamera(trx, camera.id, movedPaths(camera, nvr.layout, layout));
      }
    });
    return true;
  }
}

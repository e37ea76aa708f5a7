import type { Kysely } from 'kysely';
import { appError, type AppError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type { Camera } from '@contract/models/camera.ts';
import type { NewNvr, Nvr, NvrWithLogin } from '@contract/models/nvr.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { insertCameras, listCameras, nextPosition } from '../db/repositories/camera-repository.ts';
import {
  findNvrByAddress,
  findSecretAccount,
  insertNvr,
  layoutColumns,
  listNvrs,
  updateNvr,
} from '../db/repositories/nvr-repository.ts';
import { removeUnusedSecrets } from '../db/repositories/unused-secret-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { NewNvrRow } from '../db/tables/nvr.table.ts';
import type { Logger } from '../logging/logger.ts';
import type { Redactor } from '../logging/redact.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import { hasEntry, missingReason } from '../secrets/secret-account.ts';
import { KeychainUnavailableError, type SecretStore } from '../secrets/secret-store.ts';
import { passwordNotTaken } from '../secrets/stored-password.ts';
import type { UnusedSecrets } from '../secrets/unused-secrets.ts';
import { withoutLayoutSecret } from '../domain/layout-secret.ts';
import { cameraRows } from './camera-rows.ts';
import { duplicateAddress } from './duplicate-address.ts';
import { withState } from './nvr-with-state.ts';

/** What the service works with. */
export interface NvrServiceOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  unusedSecrets: UnusedSecrets;
  recorders: RecorderRegistry;
  log: Logger;
  redactor: Redactor;
}

/** Recorders and their cameras as the installer sees them: every change reaches database, keychain and running streams, or none. */
export class NvrService {
  readonly #options: NvrServiceOptions;

  constructor(options: NvrServiceOptions) {
    this.#options = options;
  }

  async listNvrs(): Promise<NvrWithLogin[]> {
    const { db, recorders } = this.#options;
    const nvrs = await listNvrs(db);
    return nvrs.map((nvr) => withState(nvr, recorders));
  }

  listCameras(): Promise<Camera[]> {
    return listCameras(this.#options.db);
  }

  /** Adds a recorder and its cameras: those that were chosen from its own list, or all by Hikvision's numbering. */
  async add(typed: NewNvr): Promise<Result<Nvr>> {
    const { db, unusedSecrets, log, redactor } = this.#options;
    redactor.add(typed.password);
    const kept = withoutSecret(typed);
    if (!kept.ok) return kept;
    const request = kept.value;
    const twin = await findNvrByAddress(db, request.host, request.rtspPort);
    if (twin) return err(duplicateAddress(twin));
    const account = await unusedSecrets.deposit(request.password);
    if (!account.ok) return account;
    let nvr: Nvr;
    try {
      nvr = await this.#store(request, account.value);
    } catch (error) {
      await unusedSecrets.discard(account.value);
      // Sent twice at once, both requests found the address free.
      const winner = await findNvrByAddress(db, request.host, request.rtspPort);
      if (winner) return err(duplicateAddress(winner));
      throw error;
    }
    log.info('recorder added', { nvr: nvr.id, channels: nvr.maxChannels });
    return ok(nvr);
  }

  /** Takes a new password and tries it once, which is the only way out of a refused login. */
  async setPassword(id: number, password: string): Promise<Result<null>> {
    const { db, redactor } = this.#options;
    redactor.add(password);
    const account = await findSecretAccount(db, id);
    if (account === undefined) {
      return err(appError('not-found', message('nvr-removed')));
    }
    if (!hasEntry(account) && missingReason(account) === null) {
      return err(appError('invalid-request', message('nvr-without-login')));
    }
    const refusal = hasEntry(account)
      ? await this.#keepPassword(id, account, password)
      : await this.#giveEntry(id, password);
    return refusal === null ? ok(null) : err(refusal);
  }

  /** Resolves with what to tell when the keychain does not take it; then nothing was written. */
  async #keepPassword(id: number, account: string, password: string): Promise<AppError | null> {
    try {
      await this.#options.secrets.set(account, password);
    } catch (error) {
      if (error instanceof KeychainUnavailableError) return passwordNotTaken(error);
      throw error;
    }
    await this.#takeEffect(id, password, () => Promise.resolve());
    return null;
  }

  /** The first password of a recorder that came without one. */
  async #giveEntry(id: number, password: string): Promise<AppError | null> {
    const { db, unusedSecrets } = this.#options;
    const account = await unusedSecrets.deposit(password);
    if (!account.ok) return account.error;
    await this.#takeEffect(id, password, () =>
      db.transaction().execute(async (trx) => {
        await updateNvr(trx, id, { secret_account: account.value });
        await removeUnusedSecrets(trx, [account.value]);
      }),
    );
    return null;
  }

  #takeEffect(id: number, password: string, store: () => Promise<void>): Promise<null> {
    return this.#options.recorders.apply([id], async () => {
      await store();
      return { result: null, passwords: new Map([[id, password]]) };
    });
  }

  #store(request: NewNvr, secretAccount: string): Promise<Nvr> {
    const { db, recorders } = this.#options;
    return recorders.apply([], async () => {
      const nvr = await db.transaction().execute(async (trx) => {
        const added = await insertNvr(trx, nvrRow(request, secretAccount));
        await insertCameras(trx, cameraRows(request, added.id, await nextPosition(trx)));
        await removeUnusedSecrets(trx, [secretAccount]);
        return added;
      });
      return { result: nvr, passwords: new Map([[nvr.id, request.password]]) };
    });
  }
}

function nvrRow(request: NewNvr, secretAccount: string): NewNvrRow {
  const isImport = request.source === 'import';
  return {
    name: request.name,
    host: request.host,
    rtsp_port: request.rtspPort,
    http_port: request.httpPort,
    is_https: request.isHttps ? 1 : 0,
    fingerprint: request.fingerprint,
    username: request.username,
    secret_account: secretAccount,
    max_channels: isImport ? request.channels.length : request.maxChannels,
    ...(isImport ? {} : layoutColumns(request.layout)),
    ...(isImport ? request.device : {}),
  };
}

/** The same recorder, the password in its own place only. */
function withoutSecret(nvr: NewNvr): Result<NewNvr> {
  if (nvr.source === 'import') return ok(nvr);
  const kept = withoutLayoutSecret(nvr.layout, nvr.password);
  return kept.ok ? ok({ ...nvr, layout: kept.value.layout }) : kept;
}

import type { Kysely } from 'kysely';
import { appError, type AppError } from '@contract/app-error.ts';
import type { Camera } from '@contract/models/camera.ts';
import type { NewNvr, Nvr, NvrWithLogin } from '@contract/models/nvr.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { insertCameras, listCameras, nextPosition } from '../db/repositories/camera-repository.ts';
import {
  findNvr,
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
import type { CredentialGate } from '../gate/credential-gate.ts';
import type { OutageLog } from '../gate/outage-log.ts';
import type { ReachWatch } from '../gate/reach-watch.ts';
import type { CredentialCache } from '../gate/credential-cache.ts';
import { Emitter } from '../lifecycle/emitter.ts';
import type { Logger } from '../logging/logger.ts';
import type { Redactor } from '../logging/redact.ts';
import { hasEntry, missingReason } from '../secrets/secret-account.ts';
import { KeychainUnavailableError, type SecretStore } from '../secrets/secret-store.ts';
import { passwordNotTaken } from '../secrets/stored-password.ts';
import type { UnusedSecrets } from '../secrets/unused-secrets.ts';
import type { StreamService } from '../streams/stream-service.ts';
import { withoutLayoutSecret } from '../domain/layout-secret.ts';
import { cameraRows } from './camera-rows.ts';
import { duplicateAddress } from './duplicate-address.ts';

/** What the service works with. */
export interface NvrServiceOptions {
  db: Kysely<Schema>;
  secrets: SecretStore;
  unusedSecrets: UnusedSecrets;
  streams: StreamService;
  logins: CredentialCache;
  gate: CredentialGate;
  outages: OutageLog;
  reach: ReachWatch;
  log: Logger;
  redactor: Redactor;
}

/** Recorders and their cameras as the installer sees them: every change reaches database, keychain and running streams, or none. */
export class NvrService {
  readonly changed = new Emitter<null>();
  readonly #options: NvrServiceOptions;

  constructor(options: NvrServiceOptions) {
    this.#options = options;
  }

  async listNvrs(): Promise<NvrWithLogin[]> {
    const { db, gate, outages, reach } = this.#options;
    return (await listNvrs(db)).map((nvr) => ({
      ...nvr,
      login: gate.stateOf(nvr.id),
      sinceMs: outages.sinceOf(nvr.id),
      isAnswering: !reach.isLost(nvr.id),
    }));
  }

  listCameras(): Promise<Camera[]> {
    return listCameras(this.#options.db);
  }

  /** Adds a recorder and its cameras: those that were chosen from its own list, or all by Hikvision's numbering. */
  async add(typed: NewNvr): Promise<Result<Nvr>> {
    const { db, unusedSecrets, logins, log, redactor } = this.#options;
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
    await logins.remember(nvr.id, request.password);
    log.info('recorder added', { nvr: nvr.id, channels: nvr.maxChannels });
    // Not awaited: a recorder that is off takes seconds to be known as such, and its cameras are on the wall meanwhile.
    void logins.check(nvr);
    this.changed.emit(null);
    return ok(nvr);
  }

  /** The gate learnt something: the wall is told, and a closed gate ends the recorder's streams at once. */
  async onLoginChanged(id: number): Promise<void> {
    const { gate, outages, reach } = this.#options;
    reach.forget(id);
    // First, so that whoever lists them now finds the time, too.
    void outages.note(id, gate.stateOf(id));
    this.changed.emit(null);
    if (gate.isShut(id)) await this.#closeStreams(id);
  }

  /** A recorder stopped answering or is back; its streams notice by themselves. */
  onReachChanged(id: number): void {
    const { gate, outages, reach } = this.#options;
    void outages.note(id, reach.isLost(id) ? { state: 'unreachable' } : gate.stateOf(id));
    this.changed.emit(null);
  }

  /** Takes a new password and tries it once, which is the only way out of a refused login. */
  async setPassword(id: number, password: string): Promise<Result<null>> {
    const { db, logins, redactor } = this.#options;
    redactor.add(password);
    const nvr = await findNvr(db, id);
    const account = await findSecretAccount(db, id);
    if (nvr === undefined || account === undefined) {
      return err(appError('not-found', 'This NVR has been removed.'));
    }
    if (!hasEntry(account) && missingReason(account) === null) {
      return err(
        appError('invalid-request', 'This camera asks for no login. Edit it to give it a user.'),
      );
    }
    const refusal = hasEntry(account)
      ? await this.#keepPassword(account, password)
      : await this.#giveEntry(id, password);
    if (refusal) return err(refusal);
    await logins.remember(id, password);
    void logins.check(nvr);
    return ok(null);
  }

  /** What was dialled with an address, user or password that does not count any more ends. */
  async #closeStreams(id: number): Promise<void> {
    const { streams, log } = this.#options;
    await streams
      .close(id)
      .catch((error: unknown) => log.warn('a closed recorder’s streams were not ended', { error }));
  }

  /** Resolves with what to tell when the keychain does not take it; then nothing was written. */
  async #keepPassword(account: string, password: string): Promise<AppError | null> {
    try {
      await this.#options.secrets.set(account, password);
      return null;
    } catch (error) {
      if (error instanceof KeychainUnavailableError) return passwordNotTaken(error);
      throw error;
    }
  }

  /** The first password of a recorder that came without one. */
  async #giveEntry(id: number, password: string): Promise<AppError | null> {
    const { db, unusedSecrets } = this.#options;
    const account = await unusedSecrets.deposit(password);
    if (!account.ok) return account.error;
    await db.transaction().execute(async (trx) => {
      await updateNvr(trx, id, { secret_account: account.value });
      await removeUnusedSecrets(trx, [account.value]);
    });
    return null;
  }

  #store(request: NewNvr, secretAccount: string): Promise<Nvr> {
    return this.#options.db.transaction().execute(async (trx) => {
      const nvr = await insertNvr(trx, nvrRow(request, secretAccount));
      await insertCameras(trx, cameraRows(request, nvr.id, await nextPosition(trx)));
      await removeUnusedSecrets(trx, [secretAccount]);
      return nvr;
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

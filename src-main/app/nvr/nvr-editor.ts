import type { Kysely } from 'kysely';
import { appError, type AppError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type { Nvr, NvrEdit } from '@contract/models/nvr.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { listCameraRows, updateCamera } from '../db/repositories/camera-repository.ts';
import {
  findNvr,
  findNvrByAddress,
  findNvrRow,
  layoutColumns,
  toNvr,
  updateNvr,
} from '../db/repositories/nvr-repository.ts';
import {
  removeUnusedSecrets,
  addUnusedSecrets,
} from '../db/repositories/unused-secret-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { NvrRow } from '../db/tables/nvr.table.ts';
import type { Logger } from '../logging/logger.ts';
import type { Redactor } from '../logging/redact.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import { accountWithoutEntry } from '../secrets/secret-account.ts';
import { passwordMissing } from '../secrets/stored-password.ts';
import type { UnusedSecrets } from '../secrets/unused-secrets.ts';
import { wantsPassword, withoutLayoutSecret } from '../domain/layout-secret.ts';
import { duplicateAddress } from './duplicate-address.ts';
import { hasOtherConnection, hasOtherLayout, movedPaths } from './nvr-change.ts';

/** What the editor works with. */
export interface NvrEditorOptions {
  db: Kysely<Schema>;
  recorders: RecorderRegistry;
  unusedSecrets: UnusedSecrets;
  log: Logger;
  redactor: Redactor;
}

/** Changes recorders: what concerns their connection reaches keychain, database, streams and login together, a new name only the database. */
export class NvrEditor {
  readonly #options: NvrEditorOptions;

  constructor(options: NvrEditorOptions) {
    this.#options = options;
  }

  /** Replaces everything but the password, and that too where one is given. On an error nothing has changed. */
  async edit(typed: NvrEdit): Promise<Result<Nvr>> {
    const { db, redactor, unusedSecrets } = this.#options;
    const kept = withoutLayoutSecret(typed.layout, typed.password);
    if (!kept.ok) return kept;
    const request = { ...typed, ...kept.value };
    if (request.password !== null) redactor.add(request.password);
    const before = await findNvrRow(db, request.id);
    if (before === undefined) return err(removed());
    const objection = await this.#objection(request, toNvr(before));
    if (objection !== null) return err(objection);
    const account = await this.#account(request, before);
    if (!account.ok) return account;
    const isNew = account.value !== before.secret_account;
    try {
      await this.#commit(request, before, account.value);
    } catch (error) {
      if (isNew) await unusedSecrets.discard(account.value);
      // Sent twice at once, both edits found the address free.
      const winner = await this.#twin(request);
      if (winner) return err(duplicateAddress(winner));
      throw error;
    }
    if (isNew) await unusedSecrets.discard(before.secret_account);
    const nvr = await findNvr(db, request.id);
    return nvr === undefined ? err(removed()) : ok(nvr);
  }

  /** Uses a recorder again, or leaves it alone: its streams end, and nothing more is sent to it. */
  async setEnabled(id: number, isEnabled: boolean): Promise<Result<null>> {
    const { db, recorders } = this.#options;
    const isThere = await recorders.apply([id], async () => ({
      result: await updateNvr(db, id, { is_enabled: isEnabled ? 1 : 0 }),
    }));
    return isThere ? ok(null) : err(removed());
  }

  async #objection(request: NvrEdit, before: Nvr): Promise<AppError | null> {
    if ((request.layout.kind === 'single') !== (before.layout.kind === 'single')) {
      return appError('invalid-request', message('nvr-is-single'));
    }
    if (request.username !== '' && before.username === '' && request.password === null) {
      return passwordMissing();
    }
    const twin = await this.#twin(request);
    return twin ? duplicateAddress(twin) : null;
  }

  async #twin({ id, host, rtspPort, layout }: NvrEdit): Promise<Nvr | null> {
    if (layout.kind === 'single') return null;
    const twin = await findNvrByAddress(this.#options.db, host, rtspPort);
    return twin === undefined || twin.id === id ? null : twin;
  }

  /** The keychain entry from now on. A new password gets a new one, so that the old one is there until the edit is stored. */
  async #account({ username, password, layout }: NvrEdit, before: NvrRow): Promise<Result<string>> {
    if (password !== null) return this.#options.unusedSecrets.deposit(password);
    // Without a login there is no entry, but the column names one.
    const hasLostLogin = username === '' && before.username !== '' && !wantsPassword(layout);
    return ok(hasLostLogin ? accountWithoutEntry() : before.secret_account);
  }

  /** A new name interrupts nothing. */
  async #commit(request: NvrEdit, before: NvrRow, account: string): Promise<void> {
    const { recorders, log } = this.#options;
    const { id, password } = request;
    if (!hasOtherConnection(request, toNvr(before))) {
      await this.#store(request, before, account);
      await recorders.noteRows();
      return;
    }
    await recorders.apply([id], async () => {
      await this.#store(request, before, account);
      if (password === null) return { result: null, moved: [id] };
      return { result: null, passwords: new Map([[id, password]]) };
    });
    log.info('recorder changed', { nvr: id });
  }

  #store(request: NvrEdit, before: NvrRow, account: string): Promise<void> {
    return this.#options.db.transaction().execute(async (trx) => {
      const { id, layout } = request;
      await updateNvr(trx, id, { ...columns(request), secret_account: account });
      if (account !== before.secret_account) {
        await removeUnusedSecrets(trx, [account]);
        await addUnusedSecrets(trx, [before.secret_account]);
      }
      const old = toNvr(before);
      const isRenamedCamera = layout.kind === 'single' && request.name !== old.name;
      for (const camera of await listCameraRows(trx, id)) {
        if (hasOtherLayout(request, old)) {
          await updateCamera(trx, camera.id, movedPaths(camera, old.layout, layout));
        }
        if (isRenamedCamera && camera.name === old.name) {
          await updateCamera(trx, camera.id, { name: request.name });
        }
      }
    });
  }
}

function columns(request: NvrEdit): Partial<NvrRow> {
  return {
    name: request.name,
    host: request.host,
    rtsp_port: request.rtspPort,
    http_port: request.httpPort,
    is_https: request.isHttps ? 1 : 0,
    fingerprint: request.isHttps ? request.fingerprint : null,
    username: request.username,
    allows_basic: request.isBasicAllowed ? 1 : 0,
    ...layoutColumns(request.layout),
  };
}

function removed(): AppError {
  return appError('not-found', message('nvr-removed'));
}

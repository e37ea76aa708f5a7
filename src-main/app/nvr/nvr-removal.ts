import type { Kysely } from 'kysely';
import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type { UndoTicket } from '@contract/models/undo.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { insertCameras, listCameraRows } from '../db/repositories/camera-repository.ts';
import {
  deleteNvr,
  findNvrByAddress,
  findNvrRow,
  insertNvr,
} from '../db/repositories/nvr-repository.ts';
import { putBlockedLogin, type KeptRefusal } from '../db/repositories/login-repository.ts';
import { putOutage } from '../db/repositories/outage-repository.ts';
import {
  removeUnusedSecrets,
  addUnusedSecrets,
} from '../db/repositories/unused-secret-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { CameraRow } from '../db/tables/camera.table.ts';
import type { NvrRow } from '../db/tables/nvr.table.ts';
import type { RecorderRegistry } from '../recorders/recorder-registry.ts';
import type { UnusedSecrets } from '../secrets/unused-secrets.ts';
import type { UndoLog } from '../undo/undo-log.ts';

/** What a removal works with. */
export interface NvrRemovalOptions {
  db: Kysely<Schema>;
  recorders: RecorderRegistry;
  unusedSecrets: UnusedSecrets;
  undo: UndoLog;
}

/** All that is kept of a removed recorder while it can be brought back. Its password stays in the keychain so long. */
interface Removed {
  nvr: NvrRow;
  cameras: CameraRow[];
  /** Null: its login was not refused. */
  refusal: KeptRefusal | null;
  /** Since when it failed, Unix time in ms; null: it did not. */
  sinceMs: number | null;
}

/** Removes recorders, and brings them back as they were for a few seconds. */
export class NvrRemoval {
  readonly #options: NvrRemovalOptions;

  constructor(options: NvrRemovalOptions) {
    this.#options = options;
  }

  /** Removes a recorder, its cameras and streams at once; its password when there is no way back any more, also over a crash. */
  async remove(id: number): Promise<Result<UndoTicket>> {
    const { recorders, unusedSecrets, undo } = this.#options;
    const recorder = recorders.get(id);
    const kept = {
      refusal: recorder?.login.refusal ?? null,
      sinceMs: recorder?.state.sinceMs ?? null,
    };
    const removed = await recorders.apply([id], async () => ({
      result: await this.#take(id, kept),
    }));
    if (removed === null) {
      return err(appError('not-found', message('nvr-removed')));
    }
    const settle = () => unusedSecrets.discard(removed.nvr.secret_account);
    const bringBack = async (): Promise<Result<null>> => {
      const result = await this.#bringBack(removed);
      if (!result.ok) await settle();
      return result;
    };
    return ok(undo.add({ cameras: removed.cameras.length, undo: bringBack, settle }));
  }

  #take(id: number, kept: Pick<Removed, 'refusal' | 'sinceMs'>): Promise<Removed | null> {
    return this.#options.db.transaction().execute(async (trx) => {
      const nvr = await findNvrRow(trx, id);
      if (nvr === undefined) return null;
      const cameras = await listCameraRows(trx, id);
      await addUnusedSecrets(trx, [nvr.secret_account]);
      await deleteNvr(trx, id);
      return { nvr, cameras, ...kept };
    });
  }

  async #bringBack(removed: Removed): Promise<Result<null>> {
    const { nvr } = removed;
    const twin = await this.#options.recorders.apply([], async () => ({
      result: await this.#store(removed),
    }));
    if (twin !== null) {
      const names = { nvr: nvr.name, twin };
      return err(appError('invalid-request', message('nvr-address-taken', names)));
    }
    return ok(null);
  }

  /** Resolves with the name of the recorder that has the address meanwhile; then nothing was written. */
  #store({ nvr, cameras, refusal, sinceMs }: Removed): Promise<string | null> {
    return this.#options.db.transaction().execute(async (trx) => {
      const isSingle = nvr.layout === 'single';
      const twin = isSingle ? undefined : await findNvrByAddress(trx, nvr.host, nvr.rtsp_port);
      if (twin) return twin.name;
      await insertNvr(trx, nvr);
      if (cameras.length > 0) await insertCameras(trx, cameras);
      // Or the refused password would be tried once more.
      if (refusal !== null) await putBlockedLogin(trx, nvr.id, refusal);
      if (sinceMs !== null) await putOutage(trx, nvr.id, sinceMs);
      await removeUnusedSecrets(trx, [nvr.secret_account]);
      return null;
    });
  }
}

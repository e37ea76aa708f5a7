import type { Kysely } from 'kysely';
import { appError } from '@contract/app-error.ts';
import type { UndoTicket } from '@contract/models/undo.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { insertCameras, listCameraRows } from '../db/repositories/camera-repository.ts';
import {
  deleteNvr,
  findNvrByAddress,
  findNvrRow,
  insertNvr,
  toNvr,
} from '../db/repositories/nvr-repository.ts';
import type { KeptRefusal } from '../db/repositories/login-repository.ts';
import {
  removeUnusedSecrets,
  addUnusedSecrets,
} from '../db/repositories/unused-secret-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { CameraRow } from '../db/tables/camera.table.ts';
import type { NvrRow } from '../db/tables/nvr.table.ts';
import type { CredentialGate } from '../gate/credential-gate.ts';
import type { CredentialCache } from '../gate/credential-cache.ts';
import type { Logger } from '../logging/logger.ts';
import type { UnusedSecrets } from '../secrets/unused-secrets.ts';
import type { StreamService } from '../streams/stream-service.ts';
import type { UndoLog } from '../undo/undo-log.ts';
import { changeRecorders } from './change-recorders.ts';

/** What a removal works with. */
export interface NvrRemovalOptions {
  db: Kysely<Schema>;
  gate: CredentialGate;
  streams: StreamService;
  logins: CredentialCache;
  unusedSecrets: UnusedSecrets;
  undo: UndoLog;
  log: Logger;
  onChanged: () => void;
}

/** All that is kept of a removed recorder while it can be brought back. Its password stays in the keychain so long. */
interface Removed {
  nvr: NvrRow;
  cameras: CameraRow[];
  /** Null: its login was not refused. */
  refusal: KeptRefusal | null;
}

/** Removes recorders, and brings them back as they were for a few seconds. */
export class NvrRemoval {
  readonly #options: NvrRemovalOptions;

  constructor(options: NvrRemovalOptions) {
    this.#options = options;
  }

  /** Removes a recorder, its cameras and streams at once; its password when there is no way back any more, also over a crash. */
  async remove(id: number): Promise<Result<UndoTicket>> {
    const { gate, logins, unusedSecrets, undo, onChanged } = this.#options;
    const refusal = gate.refusalOf(id);
    const removed = await changeRecorders(this.#options, [id], async () => {
      const taken = await this.#take(id, refusal);
      if (taken !== null) await logins.forget(id);
      return taken;
    });
    if (removed === null) {
      return err(appError('not-found', 'This NVR has been removed already.'));
    }
    onChanged();
    const settle = () => unusedSecrets.discard(removed.nvr.secret_account);
    const bringBack = async (): Promise<Result<null>> => {
      const result = await this.#bringBack(removed);
      if (!result.ok) await settle();
      return result;
    };
    return ok(undo.add({ cameras: removed.cameras.length, undo: bringBack, settle }));
  }

  #take(id: number, refusal: KeptRefusal | null): Promise<Removed | null> {
    return this.#options.db.transaction().execute(async (trx) => {
      const nvr = await findNvrRow(trx, id);
      if (nvr === undefined) return null;
      const cameras = await listCameraRows(trx, id);
      await addUnusedSecrets(trx, [nvr.secret_account]);
      await deleteNvr(trx, id);
      return { nvr, cameras, refusal };
    });
  }

  async #bringBack({ nvr, cameras, refusal }: Removed): Promise<Result<null>> {
    const { gate, logins, onChanged } = this.#options;
    const twin = await this.#store(nvr, cameras);
    if (twin !== null) {
      const message = `“${nvr.name}” cannot be brought back: “${twin}” has its address now.`;
      return err(appError('invalid-request', message));
    }
    // Or the refused password would be tried once more.
    if (refusal !== null) await gate.markBlocked(nvr.id, refusal);
    void logins.check(toNvr(nvr));
    onChanged();
    return ok(null);
  }

  /** Resolves with the name of the recorder that has the address meanwhile; then nothing was written. */
  #store(nvr: NvrRow, cameras: CameraRow[]): Promise<string | null> {
    return this.#options.db.transaction().execute(async (trx) => {
      const isSingle = nvr.layout === 'single';
      const twin = isSingle ? undefined : await findNvrByAddress(trx, nvr.host, nvr.rtsp_port);
      if (twin) return twin.name;
      await insertNvr(trx, nvr);
      if (cameras.length > 0) await insertCameras(trx, cameras);
      await removeUnusedSecrets(trx, [nvr.secret_account]);
      return null;
    });
  }
}

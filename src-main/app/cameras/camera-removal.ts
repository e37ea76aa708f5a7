import { message } from '@contract/messages.ts';
import type { Kysely } from 'kysely';
import { err, ok, type Result } from '@contract/result.ts';
import {
  deleteCameras,
  findCameras,
  findTakenChannel,
  insertCameraRows,
  listWallOrder,
  writeWallOrder,
} from '../db/repositories/camera-changes-repository.ts';
import { findNvr } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { CameraRow } from '../db/tables/camera.table.ts';
import { camerasGone, cannotPutBack, removeUnderNvrs } from './camera-errors.ts';
import { putBack, type PlacedCamera } from './wall-order.ts';

/** Everything it takes to bring removed cameras back as they were. */
export interface RemovedCameras {
  rows: CameraRow[];
  /** In the order of the wall. */
  places: PlacedCamera[];
}

/** Removes all of these cameras or none. */
export function removeCameras(
  db: Kysely<Schema>,
  ids: readonly number[],
): Promise<Result<RemovedCameras>> {
  return db.transaction().execute(async (trx) => {
    const wanted = new Set(ids);
    const rows = await findCameras(trx, ids);
    if (rows.length < wanted.size) {
      return err(camerasGone(wanted.size - rows.length, wanted.size));
    }
    const singles = await singleCameras(trx, rows);
    if (singles.length > 0) return err(removeUnderNvrs(singles));
    const order = await listWallOrder(trx);
    const places = order.map((id, place) => ({ id, place })).filter(({ id }) => wanted.has(id));
    await deleteCameras(trx, ids);
    return ok({ rows, places });
  });
}

/** Brings removed cameras back with their ids, into their places; all of them or none. */
export function restoreCameras(
  db: Kysely<Schema>,
  { rows, places }: RemovedCameras,
): Promise<Result<null>> {
  return db.transaction().execute(async (trx) => {
    for (const nvrId of new Set(rows.map((row) => row.nvr_id))) {
      if ((await findNvr(trx, nvrId)) === undefined) {
        return err(cannotPutBack(message('cannot-return-nvr')));
      }
    }
    const taken = await findTakenChannel(trx, rows);
    if (taken)
      return err(
        cannotPutBack(
          message('cannot-return-channel', { channel: taken.channel, owner: taken.name }),
        ),
      );
    const order = await listWallOrder(trx);
    await insertCameraRows(trx, rows);
    await writeWallOrder(trx, putBack(order, places));
    return ok(null);
  });
}

async function singleCameras(db: Kysely<Schema>, rows: readonly CameraRow[]): Promise<string[]> {
  const names: string[] = [];
  for (const nvrId of new Set(rows.map((row) => row.nvr_id))) {
    const nvr = await findNvr(db, nvrId);
    if (nvr?.layout.kind === 'single') names.push(nvr.name);
  }
  return names;
}

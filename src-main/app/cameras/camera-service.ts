import type { Kysely } from 'kysely';
import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type {
  CameraEdit,
  CameraMove,
  CameraNames,
  CamerasEnabled,
  NewCamera,
} from '@contract/models/camera-changes.ts';
import type { Camera } from '@contract/models/camera.ts';
import type { Nvr } from '@contract/models/nvr.ts';
import type { UndoTicket } from '@contract/models/undo.ts';
import { err, ok, type Result } from '@contract/result.ts';
import {
  findCameraOnChannel,
  findCameras,
  insertCameraRows,
  listWallOrder,
  updateCamera,
  updateCameraNames,
  updateCamerasEnabled,
  writeWallOrder,
} from '../db/repositories/camera-changes-repository.ts';
import { nextPosition, toCamera } from '../db/repositories/camera-repository.ts';
import { findNvr } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { CameraRow } from '../db/tables/camera.table.ts';
import type { Emitter } from '../lifecycle/emitter.ts';
import { streamPath, streamPaths } from '../domain/stream-path.ts';
import type { UndoLog } from '../undo/undo-log.ts';
import { camerasGone, channelTaken, noSubStream, singleHasNoChannels } from './camera-errors.ts';
import { removeCameras, restoreCameras, type RemovedCameras } from './camera-removal.ts';
import { movedBefore } from './wall-order.ts';

/** What the service works with. */
export interface CameraServiceOptions {
  db: Kysely<Schema>;
  undo: UndoLog;
  /** Tells that the list must be read again; once a change. */
  changed: Emitter<null>;
}

/**
 * Cameras as the installer changes them. Every change happens to all cameras it names, or to none. Streams need no word of it:
 * go2rtc asks before each dial where a stream is now, and the wall lets go of what it does not show any more.
 */
export class CameraService {
  readonly #options: CameraServiceOptions;

  constructor(options: CameraServiceOptions) {
    this.#options = options;
  }

  /** Adds a channel of a recorder to the end of the wall. */
  async add(request: NewCamera): Promise<Result<Camera>> {
    const { db, changed } = this.#options;
    const added = await db.transaction().execute(async (trx): Promise<Result<CameraRow>> => {
      const { nvrId, channel, name, hasSub } = request;
      const nvr = await findNvr(trx, nvrId);
      if (nvr === undefined) return err(appError('not-found', message('nvr-removed')));
      if (nvr.layout.kind === 'single') return err(singleHasNoChannels(nvr));
      const owner = await findCameraOnChannel(trx, nvrId, channel);
      if (owner) return err(channelTaken(channel, owner.name));
      if (lacksSub(nvr, hasSub)) return err(noSubStream(nvr));
      const paths = streamPaths(nvr.layout, channel, hasSub);
      const position = await nextPosition(trx);
      await insertCameraRows(trx, [{ nvr_id: nvrId, channel, name, position, ...paths }]);
      const row = await findCameraOnChannel(trx, nvrId, channel);
      return row ? ok(row) : err(camerasGone(1, 1));
    });
    if (!added.ok) return added;
    changed.emit(null);
    return ok(toCamera(added.value));
  }

  /** Replaces everything about one camera that can be changed. */
  async edit(request: CameraEdit): Promise<Result<Camera>> {
    const { db, changed } = this.#options;
    const edited = await db.transaction().execute((trx) => storeEdit(trx, request));
    if (!edited.ok) return edited;
    changed.emit(null);
    return ok(toCamera(edited.value));
  }

  /** Puts cameras on the wall or takes them off it. */
  setEnabled({ ids, isEnabled }: CamerasEnabled): Promise<Result<null>> {
    return this.#change(ids, (db) => updateCamerasEnabled(db, ids, isEnabled));
  }

  /** Gives cameras new names. */
  rename({ names }: CameraNames): Promise<Result<null>> {
    return this.#change(
      names.map(({ id }) => id),
      (db) => updateCameraNames(db, names),
    );
  }

  /** Moves cameras, in their present order, before another one or to the end, and numbers the wall anew. */
  move({ ids, beforeId }: CameraMove): Promise<Result<null>> {
    return this.#change(beforeId === null ? ids : [...ids, beforeId], async (db) => {
      await writeWallOrder(db, movedBefore(await listWallOrder(db), new Set(ids), beforeId));
    });
  }

  /** Removes cameras; for a short time the ticket brings them back. */
  async remove(ids: readonly number[]): Promise<Result<UndoTicket>> {
    const { db, undo, changed } = this.#options;
    const removal = await removeCameras(db, ids);
    if (!removal.ok) return removal;
    const ticket = undo.add({
      cameras: removal.value.rows.length,
      undo: () => this.#restore(removal.value),
      settle: () => Promise.resolve(),
    });
    changed.emit(null);
    return ok(ticket);
  }

  async #restore(removed: RemovedCameras): Promise<Result<null>> {
    const { db, changed } = this.#options;
    const restored = await restoreCameras(db, removed);
    if (!restored.ok) return restored;
    changed.emit(null);
    return restored;
  }

  /** Changes rows only, once all that are named are known to be there. */
  async #change(
    ids: readonly number[],
    write: (db: Kysely<Schema>) => Promise<void>,
  ): Promise<Result<null>> {
    const { db, changed } = this.#options;
    const done = await db.transaction().execute(async (trx): Promise<Result<null>> => {
      const wanted = new Set(ids).size;
      const found = (await findCameras(trx, ids)).length;
      if (found < wanted) return err(camerasGone(wanted - found, wanted));
      await write(trx);
      return ok(null);
    });
    if (done.ok) changed.emit(null);
    return done;
  }
}

async function storeEdit(
  db: Kysely<Schema>,
  { id, name, channel, hasSub, quality, notes, isEnabled }: CameraEdit,
): Promise<Result<CameraRow>> {
  const [before] = await findCameras(db, [id]);
  const nvr = before && (await findNvr(db, before.nvr_id));
  if (before === undefined || nvr === undefined) return err(camerasGone(1, 1));
  const owner = await findCameraOnChannel(db, nvr.id, channel);
  if (owner && owner.id !== id) return err(channelTaken(channel, owner.name));
  const isSameStream = channel === before.channel && hasSub === (before.sub_path !== null);
  if (!isSameStream && lacksSub(nvr, hasSub)) return err(noSubStream(nvr));
  const columns = {
    ...{ name, channel, quality, notes, is_enabled: isEnabled ? 1 : 0 },
    ...(isSameStream ? {} : streamPaths(nvr.layout, channel, hasSub)),
    // The recorder did not list the former channel; about this one it was not asked.
    ...(channel === before.channel ? {} : { is_gone: 0 }),
  };
  await updateCamera(db, id, columns);
  return ok({ ...before, ...columns });
}

function lacksSub(nvr: Nvr, hasSub: boolean): boolean {
  return hasSub && streamPath(nvr.layout, 1, 'sub') === null;
}

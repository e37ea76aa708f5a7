import type { Camera } from '@contract/models/camera.ts';
import type { Kysely } from 'kysely';
import { streamName, type StreamId } from '../../domain/stream-name.ts';
import type { Schema } from '../schema.ts';
import type { CameraRow, NewCameraRow } from '../tables/camera.table.ts';

/** All cameras in the order of the wall. */
export async function listCameras(db: Kysely<Schema>): Promise<Camera[]> {
  const rows = await db
    .selectFrom('camera')
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toCamera);
}

/** Which channel of which recorder a camera is; undefined: there is no such camera. */
export async function findChannel(
  db: Kysely<Schema>,
  id: number,
): Promise<{ nvrId: number; channel: number } | undefined> {
  return db
    .selectFrom('camera')
    .select(['nvr_id as nvrId', 'channel'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Where a stream is on its recorder, as an RTSP path; undefined when there is no such camera, or it has no sub stream. */
export async function findStreamPath(
  db: Kysely<Schema>,
  { nvrId, channel, quality }: StreamId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('camera')
    .select(['main_path', 'sub_path'])
    .where('nvr_id', '=', nvrId)
    .where('channel', '=', channel)
    .executeTakeFirst();
  return (quality === 'main' ? row?.main_path : row?.sub_path) ?? undefined;
}

/** Everything that is stored of a recorder's cameras. */
export async function listCameraRows(db: Kysely<Schema>, nvrId: number): Promise<CameraRow[]> {
  return db
    .selectFrom('camera')
    .selectAll()
    .where('nvr_id', '=', nvrId)
    .orderBy('channel')
    .execute();
}

/** Where to try a recorder's login over RTSP: the stream of its first camera; undefined when it has none. */
export async function findFirstPath(
  db: Kysely<Schema>,
  nvrId: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('camera')
    .select('main_path')
    .where('nvr_id', '=', nvrId)
    .orderBy('channel')
    .executeTakeFirst();
  return row?.main_path;
}

/** Changes one camera. */
export async function updateCamera(
  db: Kysely<Schema>,
  id: number,
  values: Partial<NewCameraRow>,
): Promise<void> {
  await db.updateTable('camera').set(values).where('id', '=', id).execute();
}

/** The position after the last camera of the wall. */
export async function nextPosition(db: Kysely<Schema>): Promise<number> {
  const { last } = await db
    .selectFrom('camera')
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? -1) + 1;
}

/** Stores cameras; throws when a channel of the recorder is there already. */
export async function insertCameras(db: Kysely<Schema>, rows: NewCameraRow[]): Promise<void> {
  await db.insertInto('camera').values(rows).execute();
}

/** A stored camera as every world knows it. */
export function toCamera(row: CameraRow): Camera {
  return {
    id: row.id,
    nvrId: row.nvr_id,
    channel: row.channel,
    name: row.name,
    position: row.position,
    isEnabled: row.is_enabled === 1,
    quality: row.quality,
    notes: row.notes,
    isGone: row.is_gone === 1,
    streams: {
      main: streamName(row.nvr_id, row.channel, 'main'),
      sub: row.sub_path === null ? null : streamName(row.nvr_id, row.channel, 'sub'),
    },
  };
}

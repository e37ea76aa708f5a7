import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Schema } from '../schema.ts';
import type { CameraRow, NewCameraRow } from '../tables/camera.table.ts';

/** SQLite binds at most 32,766 values to a statement, and a camera has 12. */
const ROWS_PER_INSERT = 500;

/** Any number of ids as one bound value, for `id IN`. */
function among(ids: readonly number[]): RawBuilder<number> {
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** The rows of these cameras in the order of the wall; those that are gone are missing. */
export function findCameras(db: Kysely<Schema>, ids: readonly number[]): Promise<CameraRow[]> {
  return db
    .selectFrom('camera')
    .selectAll()
    .where('id', 'in', among(ids))
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The camera on a recorder's channel, if there is one. */
export function findCameraOnChannel(
  db: Kysely<Schema>,
  nvrId: number,
  channel: number,
): Promise<CameraRow | undefined> {
  return db
    .selectFrom('camera')
    .selectAll()
    .where('nvr_id', '=', nvrId)
    .where('channel', '=', channel)
    .executeTakeFirst();
}

/** One of these channels that has a camera, if there is one. */
export async function findTakenChannel(
  db: Kysely<Schema>,
  wanted: readonly Pick<CameraRow, 'nvr_id' | 'channel'>[],
): Promise<CameraRow | undefined> {
  const channels = JSON.stringify(wanted.map(({ nvr_id, channel }) => [nvr_id, channel]));
  const { rows } = await sql<CameraRow>`
    SELECT camera.* FROM json_each(${channels}) AS wanted CROSS JOIN camera
    WHERE camera.nvr_id = wanted.value ->> 0 AND camera.channel = wanted.value ->> 1
    LIMIT 1`.execute(db);
  return rows[0];
}

/** All ids in the order of the wall. */
export async function listWallOrder(db: Kysely<Schema>): Promise<number[]> {
  const rows = await db
    .selectFrom('camera')
    .select('id')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Numbers the cameras 0, 1, 2 … in this order. */
export async function writeWallOrder(db: Kysely<Schema>, order: readonly number[]): Promise<void> {
  await sql`
    UPDATE camera SET position = place.key
    FROM json_each(${JSON.stringify(order)}) AS place
    WHERE camera.id = place.value AND camera.position <> place.key`.execute(db);
}

/** Stores cameras, with their ids where they have some; throws when a channel or an id is taken. */
export async function insertCameraRows(
  db: Kysely<Schema>,
  rows: readonly NewCameraRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await db
      .insertInto('camera')
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
}

/** Changes one camera's columns. */
export async function updateCamera(
  db: Kysely<Schema>,
  id: number,
  columns: Partial<NewCameraRow>,
): Promise<void> {
  await db.updateTable('camera').set(columns).where('id', '=', id).execute();
}

/** Puts cameras on the wall or takes them off it. */
export async function updateCamerasEnabled(
  db: Kysely<Schema>,
  ids: readonly number[],
  isEnabled: boolean,
): Promise<void> {
  await db
    .updateTable('camera')
    .set({ is_enabled: isEnabled ? 1 : 0 })
    .where('id', 'in', among(ids))
    .execute();
}

/** Renames cameras. What the recorder calls them stays: it tells which names were given by hand. */
export async function updateCameraNames(
  db: Kysely<Schema>,
  names: readonly { id: number; name: string }[],
): Promise<void> {
  await sql`
    UPDATE camera SET name = given.value ->> 'name'
    FROM json_each(${JSON.stringify(names)}) AS given
    WHERE camera.id = given.value ->> 'id'`.execute(db);
}

/** Removes cameras. */
export async function deleteCameras(db: Kysely<Schema>, ids: readonly number[]): Promise<void> {
  await db.deleteFrom('camera').where('id', 'in', among(ids)).execute();
}

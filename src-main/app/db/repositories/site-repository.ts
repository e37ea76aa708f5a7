import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Nvr } from '@contract/models/nvr.ts';
import { streamPaths } from '../../domain/stream-path.ts';
import type { SiteCamera, SiteNvr } from '../../domain/site-file.ts';
import type { Schema } from '../schema.ts';
import type { CameraRow, NewCameraRow } from '../tables/camera.table.ts';
import type { NewNvrRow } from '../tables/nvr.table.ts';
import { insertCameras } from './camera-repository.ts';
import { insertNvr, layoutColumns, listNvrs } from './nvr-repository.ts';

/** A recorder to store: as in its file, with the keychain entry for its password. */
export interface SiteNvrToStore {
  nvr: SiteNvr;
  secretAccount: string;
}

/** Every recorder with its cameras as a site file has them, and this computer's id of it beside. */
export async function listSite(db: Kysely<Schema>): Promise<{ id: number; nvr: SiteNvr }[]> {
  const nvrs = await listNvrs(db);
  const rows = await db
    .selectFrom('camera')
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute();
  // Positions may have gaps here, where cameras were removed.
  const cameras = rows.map((row, index) => ({ nvrId: row.nvr_id, camera: toCamera(row, index) }));
  return nvrs.map((nvr) => {
    const own = cameras.filter(({ nvrId }) => nvrId === nvr.id).map(({ camera }) => camera);
    return { id: nvr.id, nvr: toSiteNvr(nvr, own) };
  });
}

/** Stores recorders in the file's order, and their cameras from this position on in the order of the file's wall. Call it in a transaction. Between two recorders the event loop goes on. */
export async function insertSite(
  db: Kysely<Schema>,
  nvrs: readonly SiteNvrToStore[],
  firstPosition: number,
): Promise<Nvr[]> {
  const positions = wallPositions(nvrs, firstPosition);
  const stored: Nvr[] = [];
  for (const { nvr, secretAccount } of nvrs) {
    const added = await insertNvr(db, nvrRow(nvr, secretAccount));
    const rows = nvr.cameras.map((camera) => ({
      ...cameraRow(camera, nvr, added.id),
      position: positions.get(camera) ?? firstPosition,
    }));
    if (rows.length > 0) await insertCameras(db, rows);
    stored.push(added);
    await nextTurn();
  }
  return stored;
}

function wallPositions(
  nvrs: readonly SiteNvrToStore[],
  firstPosition: number,
): Map<SiteCamera, number> {
  const inOrder = nvrs
    .flatMap(({ nvr }) => nvr.cameras)
    .toSorted((one, other) => one.position - other.position);
  return new Map(inOrder.map((camera, index) => [camera, firstPosition + index]));
}

function nvrRow(nvr: SiteNvr, secretAccount: string): NewNvrRow {
  return {
    name: nvr.name,
    host: nvr.host,
    rtsp_port: nvr.rtspPort,
    http_port: nvr.httpPort,
    is_https: nvr.isHttps ? 1 : 0,
    fingerprint: nvr.fingerprint,
    username: nvr.username,
    secret_account: secretAccount,
    is_enabled: nvr.isEnabled ? 1 : 0,
    ...layoutColumns(nvr.layout),
    max_channels: nvr.maxChannels,
    model: nvr.model,
    serial: nvr.serial,
    firmware: nvr.firmware,
  };
}

function cameraRow(
  camera: SiteCamera,
  { layout }: SiteNvr,
  nvrId: number,
): Omit<NewCameraRow, 'position'> {
  return {
    nvr_id: nvrId,
    channel: camera.channel,
    name: camera.name,
    ...streamPaths(layout, camera.channel, camera.hasSub),
    is_enabled: camera.isEnabled ? 1 : 0,
    quality: camera.quality,
    notes: camera.notes,
    recorder_name: camera.recorderName,
    is_gone: camera.isGone ? 1 : 0,
  };
}

/** Written out, so that what a recorder is here one day does not slip into files that older apps must read. */
function toSiteNvr(nvr: Nvr, cameras: SiteCamera[]): SiteNvr {
  return {
    name: nvr.name,
    host: nvr.host,
    rtspPort: nvr.rtspPort,
    httpPort: nvr.httpPort,
    isHttps: nvr.isHttps,
    fingerprint: nvr.fingerprint,
    username: nvr.username,
    isEnabled: nvr.isEnabled,
    layout: nvr.layout,
    maxChannels: nvr.maxChannels,
    model: nvr.model,
    serial: nvr.serial,
    firmware: nvr.firmware,
    cameras,
  };
}

function toCamera(row: CameraRow, position: number): SiteCamera {
  return {
    channel: row.channel,
    name: row.name,
    position,
    hasSub: row.sub_path !== null,
    isEnabled: row.is_enabled === 1,
    quality: row.quality,
    notes: row.notes,
    recorderName: row.recorder_name,
    isGone: row.is_gone === 1,
  };
}

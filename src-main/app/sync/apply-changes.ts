import type { Kysely } from 'kysely';
import { DEVICE_TEXT_MAX_CHARS, type Nvr } from '@contract/models/nvr.ts';
import type { ProbedChannel, ProbedDevice } from '@contract/models/probe.ts';
import type { SyncChange } from '@contract/models/sync.ts';
import { shortText, usableName } from '@contract/models/usable-name.ts';
import { insertCameras, nextPosition, updateCamera } from '../db/repositories/camera-repository.ts';
import { updateNvr } from '../db/repositories/nvr-repository.ts';
import type { Schema } from '../db/schema.ts';
import { cameraRow } from '../nvr/camera-rows.ts';
import { streamPath } from '../domain/stream-path.ts';
import type { ChannelDiff } from './diff-channels.ts';

/** Makes the picked changes true. New cameras come to the end of the wall, in the recorder's order. */
export async function applyChanges(
  trx: Kysely<Schema>,
  nvr: Nvr,
  listed: readonly ProbedChannel[],
  changes: readonly SyncChange[],
): Promise<void> {
  const names = new Map(listed.map(({ channel, name }) => [channel, usableName(name)]));
  let position = await nextPosition(trx);
  for (const change of changes) {
    if (change.kind === 'added') {
      const { channel, hasSub } = change;
      const seen = { channel, hasSub, name: names.get(channel) ?? '' };
      await insertCameras(trx, [cameraRow(nvr, seen, position)]);
      position += 1;
    } else {
      await updateCamera(trx, change.cameraId, columnsOf(nvr, change));
    }
  }
}

/** Remembers what the recorder calls cameras that are called the same here. */
export async function rememberNames(
  db: Kysely<Schema>,
  { agreedNames }: ChannelDiff,
): Promise<void> {
  for (const { cameraId, name } of agreedNames) {
    await updateCamera(db, cameraId, { recorder_name: name });
  }
}

/** Keeps who answered; what the recorder did not say this time stays. */
export async function rememberDevice(
  db: Kysely<Schema>,
  nvrId: number,
  { model, serial, firmware }: ProbedDevice,
): Promise<void> {
  const told = (key: string, text: string | null): Record<string, string> =>
    text === null ? {} : { [key]: shortText(text, DEVICE_TEXT_MAX_CHARS) };
  const columns = {
    ...told('model', model),
    ...told('serial', serial),
    ...told('firmware', firmware),
  };
  if (Object.keys(columns).length > 0) await updateNvr(db, nvrId, columns);
}

function columnsOf(nvr: Nvr, change: Exclude<SyncChange, { kind: 'added' }>) {
  switch (change.kind) {
    case 'renamed':
      return { name: change.to, recorder_name: change.to };
    case 'gone':
      return { is_gone: 1 };
    case 'back':
      return { is_gone: 0 };
    case 'sub-stream':
      return {
        sub_path: change.hasSub ? streamPath(nvr.layout, change.channel, 'sub') : null,
      };
  }
}

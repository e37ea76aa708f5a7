import { hasSubStream, type ProbedChannel, type ProbeReport } from '@contract/models/probe.ts';
import type { SyncChange } from '@contract/models/sync.ts';
import { usableName } from '@contract/models/usable-name.ts';
import type { CameraRow } from '../db/tables/camera.table.ts';
import { defaultCameraName } from '../nvr/camera-rows.ts';

/** What a comparison needs to know of a stored camera. */
export type StoredCamera = Pick<
  CameraRow,
  'id' | 'channel' | 'name' | 'recorder_name' | 'sub_path' | 'is_gone'
>;

/** How a recorder's own list differs from what is stored. */
export interface ChannelDiff {
  /** Ascending by channel. */
  changes: SyncChange[];
  /** Cameras that are the same on both sides. */
  unchanged: number;
  /** Names both sides use now though the recorder was not known to: worth remembering, or a later edit by hand could not be told from it. */
  agreedNames: { cameraId: number; name: string }[];
}

/**
 * Compares a recorder's channels with the stored cameras by channel number, the only thing that both sides share. A camera that
 * was moved to another channel is therefore gone from one and new on the other. What a list that could not be read would have said is
 * unknown: no camera is gone for that, nor called otherwise.
 */
export function diffChannels(
  { channels: listed, complete }: Pick<ProbeReport, 'channels' | 'complete'>,
  stored: readonly StoredCamera[],
): ChannelDiff {
  const isTold = (channel: number): boolean =>
    complete.some(({ from, to }) => channel >= from && channel <= to);
  const seen = new Map(listed.map((each) => [each.channel, each]));
  const known = new Set(stored.map(({ channel }) => channel));
  const compared = stored.map((camera) =>
    compare(camera, seen.get(camera.channel), isTold(camera.channel)),
  );
  const added = listed.filter(({ channel }) => !known.has(channel)).map(addition);
  const agreedNames = stored.flatMap((camera) => {
    const name = nameOf(seen.get(camera.channel));
    const isNew = isTold(camera.channel) && name === camera.name && name !== camera.recorder_name;
    return isNew ? [{ cameraId: camera.id, name }] : [];
  });
  return {
    changes: [...compared.flat(), ...added].sort((a, b) => a.channel - b.channel),
    unchanged: stored.filter(
      ({ channel }, index) => seen.has(channel) && compared[index]?.length === 0,
    ).length,
    agreedNames,
  };
}

function compare(
  camera: StoredCamera,
  seen: ProbedChannel | undefined,
  isTold: boolean,
): SyncChange[] {
  if (seen === undefined) {
    return camera.is_gone === 1 || !isTold ? [] : [presence(camera, 'gone')];
  }
  const returned = camera.is_gone === 1 ? [presence(camera, 'back')] : [];
  return [...returned, ...(isTold ? rename(camera, nameOf(seen)) : []), ...subStream(camera, seen)];
}

function addition(seen: ProbedChannel): SyncChange {
  const { channel, online: isOnline } = seen;
  const name = nameOf(seen) || defaultCameraName(channel);
  return { ...key('added', channel), name, hasSub: hasSubStream(seen), isOnline };
}

function presence(camera: StoredCamera, kind: 'gone' | 'back'): SyncChange {
  return { ...key(kind, camera.channel), cameraId: camera.id, name: camera.name };
}

/** A name that the recorder has had before and somebody has replaced by hand is no news. */
function rename(camera: StoredCamera, to: string): SyncChange[] {
  const { id, channel, name: from, recorder_name: recorderName } = camera;
  if (to === '' || to === from || to === recorderName) return [];
  const isEditedByHand = from !== (recorderName ?? defaultCameraName(channel));
  return [{ ...key('renamed', channel), cameraId: id, from, to, isEditedByHand }];
}

/** A recorder that does not describe a channel's streams, as some do while its camera is offline, says nothing about them. */
function subStream(camera: StoredCamera, { main, sub }: ProbedChannel): SyncChange[] {
  const hasSub = sub !== null;
  if (main === null || hasSub === (camera.sub_path !== null)) return [];
  const { id: cameraId, channel, name } = camera;
  return [{ ...key('sub-stream', channel), cameraId, name, hasSub }];
}

function nameOf(seen: ProbedChannel | undefined): string {
  return usableName(seen?.name ?? '');
}

function key<K extends SyncChange['kind']>(kind: K, channel: number) {
  return { key: `${kind}-${channel}`, kind, channel };
}

import type { ImportedChannel, NewNvr, Nvr } from '@contract/models/nvr.ts';
import type { NewCameraRow } from '../db/tables/camera.table.ts';
import { streamPaths } from '../domain/stream-path.ts';

/** The cameras a new recorder is stored with: under the recorder's own numbers, so that gaps stay gaps. */
export function cameraRows(request: NewNvr, nvrId: number, firstPosition: number): NewCameraRow[] {
  const isImport = request.source === 'import';
  const channels = isImport
    ? request.channels
    : (request.channels ?? byPattern(request.maxChannels));
  const layout = isImport ? ({ kind: 'hikvision' } as const) : request.layout;
  return channels.map((each, index) =>
    cameraRow({ id: nvrId, layout }, each, firstPosition + index),
  );
}

/** One camera under the name that the recorder gives it. */
export function cameraRow(
  nvr: Pick<Nvr, 'id' | 'layout'>,
  { channel, name, hasSub }: ImportedChannel,
  position: number,
): NewCameraRow {
  return {
    nvr_id: nvr.id,
    channel,
    name: name === '' ? defaultCameraName(channel) : name,
    recorder_name: name === '' ? null : name,
    position,
    ...streamPaths(nvr.layout, channel, hasSub),
  };
}

/** What a camera is called while nobody, not even its recorder, has named it. */
export function defaultCameraName(channel: number): string {
  return `Camera ${String(channel).padStart(2, '0')}`;
}

function byPattern(maxChannels: number): ImportedChannel[] {
  return Array.from({ length: maxChannels }, (_, index) => ({
    channel: index + 1,
    name: '',
    hasSub: true,
  }));
}

import type { ImportedChannel, NewNvr } from '@contract/models/nvr.ts';
import type { NewCameraRow } from '../db/tables/camera.table.ts';
import { streamPaths } from './stream-path.ts';

/** The cameras a new recorder is stored with: under the recorder's own numbers, so that gaps stay gaps. */
export function cameraRows(request: NewNvr, nvrId: number, firstPosition: number): NewCameraRow[] {
  const isImport = request.source === 'import';
  const channels = isImport
    ? request.channels
    : (request.channels ?? byPattern(request.maxChannels));
  const layout = isImport ? ({ kind: 'hikvision' } as const) : request.layout;
  return channels.map(({ channel, name, hasSub }, index) => ({
    nvr_id: nvrId,
    channel,
    name: name === '' ? defaultCameraName(channel) : name,
    recorder_name: name === '' ? null : name,
    position: firstPosition + index,
    ...streamPaths(layout, channel, hasSub),
  }));
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

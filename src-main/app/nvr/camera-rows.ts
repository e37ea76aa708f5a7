import type { ImportedChannel, NewNvr } from '@contract/models/nvr.ts';
import type { NewCameraRow } from '../db/tables/camera.table.ts';
import { hikvisionPath } from './rtsp-url.ts';

/** The cameras a new recorder is stored with: under the recorder's own numbers, so that gaps stay gaps. */
export function cameraRows(request: NewNvr, nvrId: number, firstPosition: number): NewCameraRow[] {
  const channels = request.source === 'import' ? request.channels : byPattern(request.maxChannels);
  return channels.map(({ channel, name, hasSub }, index) => ({
    nvr_id: nvrId,
    channel,
    name: name === '' ? `Camera ${String(channel).padStart(2, '0')}` : name,
    position: firstPosition + index,
    main_path: hikvisionPath(channel, 'main'),
    sub_path: hasSub ? hikvisionPath(channel, 'sub') : null,
  }));
}

function byPattern(maxChannels: number): ImportedChannel[] {
  return Array.from({ length: maxChannels }, (_, index) => ({
    channel: index + 1,
    name: '',
    hasSub: true,
  }));
}

import type { StreamQuality } from '@contract/models/camera.ts';
import { CHANNEL_PLACEHOLDER, type StreamLayout } from '@contract/models/stream-layout.ts';
import { hikvisionPath } from './rtsp-url.ts';

/** Dahua's live path: /cam/realmonitor?channel=<1-based>&subtype=<0 main | 1 sub>. */
function dahuaPath(channel: number, quality: StreamQuality): string {
  return `/cam/realmonitor?channel=${channel}&subtype=${quality === 'main' ? 0 : 1}`;
}

/** Where a channel's stream is on its device; null where the layout has no such stream. */
export function streamPath(
  layout: StreamLayout,
  channel: number,
  quality: StreamQuality,
): string | null {
  switch (layout.kind) {
    case 'hikvision':
      return hikvisionPath(channel, quality);
    case 'dahua':
      return dahuaPath(channel, quality);
    case 'custom':
      return layout[quality]?.replaceAll(CHANNEL_PLACEHOLDER, String(channel)) ?? null;
    case 'single':
      return layout[quality];
  }
}

/** Both addresses of a channel, as the camera table keeps them. */
export function streamPaths(
  layout: StreamLayout,
  channel: number,
  hasSub: boolean,
): { main_path: string; sub_path: string | null } {
  const main_path = streamPath(layout, channel, 'main');
  if (main_path === null) throw new Error('every layout has a main stream');
  return { main_path, sub_path: hasSub ? streamPath(layout, channel, 'sub') : null };
}

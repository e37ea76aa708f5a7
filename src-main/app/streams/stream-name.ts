import type { StreamQuality } from '@contract/models/camera.ts';

/** The name under which go2rtc knows a channel's stream. Stable: views and logs may keep it. */
export function streamName(nvrId: number, channel: number, quality: StreamQuality): string {
  return `nvr${nvrId}-ch${channel}-${quality}`;
}

import type { StreamQuality } from '@contract/models/camera.ts';

/** What streamName makes: anything else in the place of a name would be a source, which go2rtc would open. */
const STREAM_NAME = /^nvr\d+-ch\d+-(?:main|sub)$/;

/** True for a name that this app could have registered. */
export function isStreamName(text: string): boolean {
  return STREAM_NAME.test(text);
}

/** The name under which go2rtc knows a channel's stream. Stable: views and logs may keep it. */
export function streamName(nvrId: number, channel: number, quality: StreamQuality): string {
  return `nvr${nvrId}-ch${channel}-${quality}`;
}

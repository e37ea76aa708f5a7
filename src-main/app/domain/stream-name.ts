import type { StreamQuality } from '@contract/models/camera.ts';

/** What streamName makes: anything else in the place of a name would be a source, which go2rtc would open. */
const STREAM_NAME = /^nvr([1-9]\d{0,8})-ch([1-9]\d{0,8})-(main|sub)(-sound)?$/;

/** Which stream of which recorder a name means. */
export interface StreamId {
  nvrId: number;
  channel: number;
  quality: StreamQuality;
  /** Only what is heard, in a session of its own: a tile's picture must not stop when its sound is asked for. */
  isSound: boolean;
}

/** The name under which go2rtc knows a channel's stream. Stable: views and logs may keep it. */
export function streamName(nvrId: number, channel: number, quality: StreamQuality): string {
  return `nvr${nvrId}-ch${channel}-${quality}`;
}

/** Reads a name back; null for everything that streamName could not have made. */
export function parseStreamName(text: string): StreamId | null {
  const [, nvrId, channel, quality, sound] = STREAM_NAME.exec(text) ?? [];
  if (quality === undefined) return null;
  return {
    nvrId: Number(nvrId),
    channel: Number(channel),
    quality: quality as StreamQuality,
    isSound: sound !== undefined,
  };
}

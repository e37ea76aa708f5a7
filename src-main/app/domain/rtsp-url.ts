import type { StreamQuality } from '@contract/models/camera.ts';

const STREAM_DIGIT: Record<StreamQuality, number> = { main: 1, sub: 2 };

/** Hikvision's live path: /Streaming/Channels/<channel*100 + 1 main | 2 sub>. */
export function hikvisionPath(channel: number, quality: StreamQuality): string {
  return `/Streaming/Channels/${channel * 100 + STREAM_DIGIT[quality]}`;
}

/** Where and as whom a recorder is asked for a stream. */
export interface RtspTarget {
  host: string;
  rtspPort: number;
  username: string;
  password: string;
}

/**
 * A URL as go2rtc takes it, without asking for the camera's speaker, which would cost a second login for every connection. With
 * `gop=1` the bundled fork of go2rtc starts who joins a running stream at its last keyframe instead of letting them wait for the
 * next one; a stock go2rtc ignores it. The sound of a picture's stream is described and never set up: tiles ask for no audio codec.
 */
export function go2rtcSource(url: string, kind: 'picture' | 'sound' = 'picture'): string {
  return kind === 'sound' ? `${url}#media=audio#backchannel=0` : `${url}#backchannel=0#gop=1`;
}

import type { Camera, StreamQuality } from '@contract/models/camera.ts';
import type { PlaybackStatus } from '@contract/models/playback.ts';
import type { StreamRef } from '../../../player/player-types.ts';

/** Where a camera's stream is played from now; null while go2rtc is down and where the channel has no such stream. */
export function streamRef(
  playback: PlaybackStatus,
  camera: Camera,
  quality: StreamQuality,
): StreamRef | null {
  const name = camera.streams[quality];
  if (playback.state !== 'running' || name === null) return null;
  const query = new URLSearchParams({ src: name }).toString();
  const isLight = quality === 'sub';
  return { url: `${playback.endpoint}?${query}`, recorder: camera.nvrId, isLight };
}

/** Where the sound of a stream is played from; null while go2rtc is down. */
export function soundRef(
  playback: PlaybackStatus,
  recorder: number,
  stream: string,
): StreamRef | null {
  if (playback.state !== 'running') return null;
  const query = new URLSearchParams({ src: `${stream}-sound` }).toString();
  return { url: `${playback.endpoint}?${query}`, recorder };
}

/** Which of a camera's streams a URL plays; null for none of them. */
export function qualityOf(url: string | null, camera: Camera): StreamQuality | null {
  if (url === null) return null;
  const name = new URL(url).searchParams.get('src');
  if (name === camera.streams.main) return 'main';
  return name === camera.streams.sub ? 'sub' : null;
}

import { usePlaybackStatus } from '../../store/status-store.ts';

/** The WebSocket that carries a stream now, or null while go2rtc is down. */
export function useStreamUrl(streamName: string | null): string | null {
  const playback = usePlaybackStatus();
  if (playback.state !== 'running' || streamName === null) return null;
  return `${playback.endpoint}?${new URLSearchParams({ src: streamName }).toString()}`;
}

import type { Session } from 'electron';
import { isStreamName } from '../app/streams/stream-name.ts';
import type { Go2rtcClient } from '../app/go2rtc/go2rtc-client.ts';

/**
 * Lets the page open go2rtc's WebSocket without ever holding its token: main adds the Authorization header, and drops
 * the Origin header, which go2rtc would compare with its own address. The same path of go2rtc also registers streams, by other
 * parameters, so nothing passes but the name of one stream.
 */
export function openPlaybackDoor(session: Session, currentClient: () => Go2rtcClient | null): void {
  session.webRequest.onBeforeSendHeaders({ urls: ['ws://127.0.0.1/*'] }, (details, callback) => {
    const client = currentClient();
    if (client === null || !isPlayback(details.url, client.playbackEndpoint)) {
      callback({ cancel: true });
      return;
    }
    const { Origin: _origin, ...headers } = details.requestHeaders;
    callback({ requestHeaders: { ...headers, Authorization: client.authorization } });
  });
}

function isPlayback(url: string, endpoint: string): boolean {
  const { origin, pathname, searchParams } = new URL(url);
  const [parameter, ...others] = [...searchParams];
  if (origin + pathname !== endpoint || parameter === undefined || others.length > 0) return false;
  const [key, value] = parameter;
  return key === 'src' && isStreamName(value);
}

import type { Session } from 'electron';
import type { Go2rtcClient } from '../app/go2rtc/go2rtc-client.ts';

/**
 * Lets the page open go2rtc's WebSocket without ever holding its token: main adds the Authorization header, and drops
 * the Origin header, which go2rtc would compare with its own address.
 */
export function openPlaybackDoor(session: Session, currentClient: () => Go2rtcClient | null): void {
  session.webRequest.onBeforeSendHeaders({ urls: ['ws://127.0.0.1/*'] }, (details, callback) => {
    const client = currentClient();
    if (client === null || !details.url.startsWith(client.playbackEndpoint)) {
      callback({ cancel: true });
      return;
    }
    const { Origin: _origin, ...headers } = details.requestHeaders;
    callback({ requestHeaders: { ...headers, Authorization: client.authorization } });
  });
}

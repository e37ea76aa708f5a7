import type { Session } from 'electron';
import { parseStreamName } from '../../app/domain/stream-name.ts';
import type { Go2rtcClient } from '../../app/go2rtc/go2rtc-client.ts';

/** What the door asks the rest of main. */
export interface PlaybackDoorOptions {
  /** The go2rtc that runs now, or null. */
  currentClient: () => Go2rtcClient | null;
  /** Whether whoever is at the desk may watch it. */
  mayWatch: (stream: string) => boolean;
  /** Makes a stream known to go2rtc; false when it must not be played. */
  openStream: (name: string) => Promise<boolean>;
}

/**
 * Lets the page open go2rtc's WebSocket without ever holding its token: main adds the Authorization header, and drops
 * the Origin header, which go2rtc would compare with its own address. The same path of go2rtc also registers streams, by other
 * parameters, so nothing passes but the name of one stream, which must be one of ours.
 */
export function openPlaybackDoor(session: Session, options: PlaybackDoorOptions): void {
  session.webRequest.onBeforeSendHeaders({ urls: ['ws://127.0.0.1/*'] }, (details, callback) => {
    const client = options.currentClient();
    const name = client === null ? null : playedStream(details.url, client.playbackEndpoint);
    if (client === null || name === null || !options.mayWatch(name)) {
      callback({ cancel: true });
      return;
    }
    const { Origin: _origin, ...headers } = details.requestHeaders;
    const requestHeaders = { ...headers, Authorization: client.authorization };
    options.openStream(name).then(
      (isOpen) => callback(isOpen ? { requestHeaders } : { cancel: true }),
      // go2rtc is ending; the tile tries again.
      () => callback({ cancel: true }),
    );
  });
}

/** The stream that a playback URL names, or null for every other URL. */
export function playedStream(url: string, endpoint: string): string | null {
  const { origin, pathname, searchParams } = new URL(url);
  const [parameter, ...others] = [...searchParams];
  if (origin + pathname !== endpoint || parameter === undefined || others.length > 0) return null;
  const [key, value] = parameter;
  return key === 'src' && parseStreamName(value) !== null ? value : null;
}

import type { Session } from 'electron';
import type { Actor } from '../../app/domain/actor.ts';
import { parseStreamName } from '../../app/domain/stream-name.ts';
import type { Go2rtcClient } from '../../app/go2rtc/go2rtc-client.ts';
import { type LeaseHolder, NO_WINDOW, type ViewerId } from '../../app/domain/lease-holder.ts';

/** What the door asks the rest of main. */
export interface PlaybackDoorOptions {
  /** The go2rtc that runs now, or null. */
  currentClient: () => Go2rtcClient | null;
  /** Who is at the desk now. */
  currentActor: () => Actor;
  /** Makes a stream known to go2rtc, on behalf of whoever opens it; false when it must not be played. */
  openStream: (name: string, holder: LeaseHolder) => Promise<boolean>;
  /** Whether this window was given this address of a recording. */
  isRecordingOf: (viewer: ViewerId, url: string) => boolean;
}

/**
 * Lets the page open go2rtc's WebSocket without ever holding its token: main adds the Authorization header, and drops
 * the Origin header, which go2rtc would compare with its own address. The same path of go2rtc also registers streams, by other
 * parameters, so nothing passes but the name of one stream, which must be one of ours. Beside that, only recordings that main let this window look at.
 */
export function openPlaybackDoor(session: Session, options: PlaybackDoorOptions): void {
  session.webRequest.onBeforeSendHeaders({ urls: ['ws://127.0.0.1/*'] }, (details, callback) => {
    if (options.isRecordingOf(details.webContentsId ?? NO_WINDOW, details.url)) {
      callback({});
      return;
    }
    const client = options.currentClient();
    const name = client === null ? null : playedStream(details.url, client.playbackEndpoint);
    const holder =
      name === null ? null : holderOf(name, options.currentActor(), details.webContentsId);
    if (client === null || name === null || holder === null) {
      callback({ cancel: true });
      return;
    }
    const { Origin: _origin, ...headers } = details.requestHeaders;
    const requestHeaders = { ...headers, Authorization: client.authorization };
    options.openStream(name, holder).then(
      (isOpen) => callback(isOpen ? { requestHeaders } : { cancel: true }),
      // go2rtc is ending; the tile tries again.
      () => callback({ cancel: true }),
    );
  });
}

/** On whose behalf a stream is opened; null: they may not watch it. */
export function holderOf(
  stream: string,
  actor: Actor,
  viewer: ViewerId = NO_WINDOW,
): LeaseHolder | null {
  const permission = 'watch';
  return actor.may(permission, { streams: [stream] }) ? { viewer, actor, permission } : null;
}

/** The stream that a playback URL names, or null for every other URL. */
export function playedStream(url: string, endpoint: string): string | null {
  const { origin, pathname, searchParams } = new URL(url);
  const [parameter, ...others] = [...searchParams];
  if (origin + pathname !== endpoint || parameter === undefined || others.length > 0) return null;
  const [key, value] = parameter;
  return key === 'src' && parseStreamName(value) !== null ? value : null;
}

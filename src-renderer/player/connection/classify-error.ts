import type { OfflineReason, PlayerFailure } from '../player-types.ts';

/** A number as a status word: not a channel in a path, a port or a part of an address. */
const status = (code: number): string => `(?<![/:.\\d])${code}(?![.\\d])`;

const REFUSED = new RegExp(`user/pass|unauthorized|${status(401)}`, 'i');
const UNSUPPORTED = /codecs not matched|unsupported codec|codec not supported/i;

/**
 * First match wins. go2rtc (`pkg/rtsp/client.go`, `internal/streams/add_consumer.go`) passes on Go's socket errors, on
 * Windows in its own words, and reduces every RTSP status but 401 to `wrong response on METHOD`. On SETUP that is nearly
 * always a recorder without a free session (453, or 500 from the 55th stream on); on DESCRIBE it can be a channel that
 * does not exist as well as a full recorder, and only main can tell them apart by asking the recorder.
 */
const OFFLINE: readonly (readonly [RegExp, OfflineReason])[] = [
  [/stream not found/i, 'stream-unknown'],
  [new RegExp(`not enough bandwidth|${status(453)}|wrong response on SETUP`, 'i'), 'session-limit'],
  [new RegExp(`${status(404)}|404 not found`, 'i'), 'channel-missing'],
  [/wrong response on|forbidden|service unavailable/i, 'rejected'],
  [/refused|no route to host|no such host|unreachable|host is down/i, 'unreachable'],
  [/timeout|timed out|deadline exceeded|did not properly respond/i, 'timeout'],
  [/\bEOF\b|reset by peer|broken pipe|forcibly closed|aborted|closed network/i, 'connection-lost'],
];

/** Turns an error text of go2rtc into what a guard needs to know, and into whether retrying is allowed. */
export function classifyError(text: string): PlayerFailure {
  const detail = withoutLogin(text.trim()).replace(/^mse: (?:streams: )?/, '');
  if (REFUSED.test(detail)) return { kind: 'refused', detail };
  if (UNSUPPORTED.test(detail)) return { kind: 'unsupported', detail };
  const reason = OFFLINE.find(([pattern]) => pattern.test(detail))?.[1] ?? 'unknown';
  return { kind: 'offline', reason, detail };
}

/** A stream that was open ended without a word of go2rtc. */
export const CONNECTION_LOST: PlayerFailure = {
  kind: 'offline',
  reason: 'connection-lost',
  detail: 'the stream server ended the stream',
};

/** go2rtc itself is not there (or does not let us in). */
export const SERVER_GONE: PlayerFailure = {
  kind: 'offline',
  reason: 'server-gone',
  detail: 'the stream server does not answer',
};

/** This browser decodes neither H.264 nor H.265. */
export const NOTHING_DECODABLE: PlayerFailure = {
  kind: 'unsupported',
  detail: 'no video codec available',
};

/** Chromium's words (130: from the 1001st player of a page on). They come as a format error, and tell nothing of the format. */
const TOO_MANY_PLAYERS = /error creating media player/i;

/**
 * What the media element's error means.
 * @param isHopeless whether this stream has never shown a picture, however often it was tried
 */
export function brokenMedia(detail: string, isHopeless: boolean): PlayerFailure {
  if (TOO_MANY_PLAYERS.test(detail)) return { kind: 'offline', reason: 'too-many-players', detail };
  if (isHopeless) return { kind: 'unsupported', detail };
  return { kind: 'offline', reason: 'decode-error', detail };
}

/** Why no first frame came in time, by how far the connection got. */
export function missingPicture(
  isSocketOpen: boolean,
  codec: string | null,
  isFed: boolean,
): PlayerFailure {
  if (!isSocketOpen) return SERVER_GONE;
  if (codec === null) {
    return { kind: 'offline', reason: 'timeout', detail: 'the recorder does not answer' };
  }
  return isFed
    ? { kind: 'offline', reason: 'no-picture', detail: 'no picture arrived' }
    : { kind: 'offline', reason: 'no-media', detail: 'nothing arrived' };
}

/** go2rtc quotes a source it cannot parse as it stands, password included. */
function withoutLogin(text: string): string {
  return text.replace(/\/\/[^/\s"]*@/g, '//');
}

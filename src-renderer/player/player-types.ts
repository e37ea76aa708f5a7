/** One stream, and whose it is. */
export interface StreamRef {
  /** `ws://127.0.0.1:PORT/api/ws?src=NAME`; main adds the authorization. */
  readonly url: string;
  /** Streams of one recorder share its limits: the id of its NVR. */
  readonly recorder: number;
  /** A sub stream: costs so little that it may be decoded while nobody looks. */
  readonly isLight?: boolean;
}

/** Why a stream that may come back is not there; the player retries all of these by itself. */
export type OfflineReason =
  | 'server-gone'
  | 'stream-unknown'
  | 'unreachable'
  | 'timeout'
  | 'channel-missing'
  | 'session-limit'
  | 'rejected'
  | 'connection-lost'
  /** Media comes, but no keyframe. */
  | 'no-picture'
  /** The recorder answered, and sends nothing. */
  | 'no-media'
  | 'decode-error'
  | 'too-many-players'
  | 'unknown';

/** What a recorder sends for a stream: pictures, nothing although its session is there, or there is no session. */
export type StreamFeed = 'media' | 'silence' | 'nothing';

/**
 * What a tile may say about its stream. All `…AtMs`/`sinceMs` are `Date.now()` instants, so that a computer that slept
 * shows the true age of its picture; `lastFrameAtMs` beside a state means "an old picture is still on screen".
 */
export type PlayerState =
  | { kind: 'idle' }
  | {
      kind: 'connecting';
      sinceMs: number;
      attempt: number;
      /** What went wrong before and may still be wrong; null where nothing did. */
      after: OfflineReason | null;
      lastFrameAtMs: number | null;
    }
  | { kind: 'live' }
  | { kind: 'late'; behindMs: number }
  /** Live, but made from frames of which some are missing: smeared until the next keyframe. */
  | { kind: 'damaged' }
  /** The socket may be open, but no new frame was shown. */
  | { kind: 'stale'; lastFrameAtMs: number }
  /** New frames are shown, but since then each has been exactly the same picture. */
  | { kind: 'still'; sinceMs: number }
  | {
      kind: 'offline';
      reason: OfflineReason;
      detail: string;
      retryAtMs: number | null;
      lastFrameAtMs: number | null;
    }
  /** The recorder refused the login. Never retried by the player: each try may count towards a lock-out. */
  | { kind: 'refused'; detail: string }
  /** The codec cannot be decoded here. */
  | { kind: 'unsupported'; detail: string };

/** A failure as go2rtc or the browser reported it, before the player decides when to retry. */
export type PlayerFailure =
  | { kind: 'refused'; detail: string }
  | { kind: 'unsupported'; detail: string }
  | { kind: 'offline'; reason: OfflineReason; detail: string };

/** Counters of one player since it was started, for the diagnostics page and for tests. */
export interface PlayerStats {
  /** New frames the compositor took, from `requestVideoFrameCallback`. */
  readonly framesShown: number;
  /** Date.now() when they were counted, which is when the last of them was shown; null before the first. */
  readonly framesCountedAtMs: number | null;
  readonly bytesReceived: number;
  /** Media that is received and not yet played. */
  readonly bufferedAheadMs: number;
  readonly playbackRate: number;
  /** From opening the socket, or from being woken, to the first shown frame; null until then. */
  readonly firstFrameMs: number | null;
  readonly seeks: number;
  readonly connections: number;
  readonly decodeErrors: number;
  readonly codec: string | null;
  readonly width: number;
  readonly height: number;
}

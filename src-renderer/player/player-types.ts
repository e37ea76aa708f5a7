/** One stream, and whose it is. */
export interface StreamRef {
  /** `ws://127.0.0.1:PORT/api/ws?src=NAME`; main adds the authorization. */
  readonly url: string;
  /** Streams of one recorder share its limits: the id of its NVR. */
  readonly recorder: number;
  /** A sub stream: costs so little that it may be decoded while nobody looks. */
  readonly isLight?: boolean;
}

/** A stream's name, as go2rtc and main know it. */
export function streamNameOf({ url }: StreamRef): string {
  return new URL(url).searchParams.get('src') ?? '';
}

/**
 * Why a recorder's stream cannot be had, as whoever dials it learnt. `session-limit`: no more streams. `session-ended`: it ended the session
 * at PLAY. `elsewhere`: it points to another device. `refused-here`: this app does not let it be dialled now.
 */
export type StreamCause =
  | 'login-refused'
  | 'login-missing'
  | 'basic-only'
  | 'not-allowed'
  | 'channel-missing'
  | 'camera-offline'
  | 'channel-gone'
  | 'session-limit'
  | 'sessions-used'
  | 'session-ended'
  | 'udp-only'
  | 'elsewhere'
  | 'no-video'
  | 'rejected'
  | 'bad-answer'
  | 'unreachable'
  | 'port-closed'
  | 'no-answer'
  | 'connection-lost'
  | 'refused-here';

/** What is learnt about a stream beside its media. */
export type StreamNews =
  /** The last dial failed, or its session ended. */
  | { kind: 'failed'; cause: StreamCause; status: number | null }
  /** The recorder takes its time with an answer; the dial goes on. */
  | { kind: 'slow' }
  /** The session plays; encoding names as in its SDP. */
  | { kind: 'playing'; codec: string | null; soundCodec: string | null }
  /** Packets were missing: a fact, whatever the decoder makes of it. */
  | { kind: 'lost'; packets: number }
  | { kind: 'encrypted' }
  /** Pictures come without the parameter sets that they cannot be decoded without. */
  | { kind: 'no-parameter-sets' };

/** Why a stream that may come back is not there; the player retries all of these by itself. */
export type OfflineReason =
  | 'server-gone'
  | 'stream-unknown'
  | 'timeout'
  /** It was still answering, slowly, when the attempt ended; or it does so now. */
  | 'slow'
  | Exclude<StreamCause, 'login-refused' | 'no-answer'>
  /** Every picture is encrypted. */
  | 'encrypted'
  /** Pictures come without the parameter sets (SPS, PPS) that they cannot be decoded without. */
  | 'no-format'
  /** Media comes, but no keyframe. */
  | 'no-picture'
  /** The recorder answered; a slow stream's first picture may yet come. */
  | 'first-picture'
  /** The recorder answered, and sends nothing. */
  | 'no-media'
  | 'decode-error'
  | 'too-many-players'
  | 'unknown';

/**
 * What a recorder sends for a stream: packets, none just now (`pause`) or none yet (`silence`) although its session is there, or
 * there is no session.
 */
export type StreamFeed = 'media' | 'pause' | 'silence' | 'nothing';

/**
 * What a tile may say about its stream. All `…AtMs`/`sinceMs` are `performance.now()` milliseconds, so that nobody who sets the clock
 * changes a state; `lastFrameAtMs` beside a state means "an old picture is still on screen".
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
  /** @property everyMs how far its frames are apart, where that is so far that a person would think it frozen */
  | { kind: 'live'; everyMs?: number }
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
  /** The recorder refused the login. Tried again rarely, and at no cost where this app itself withholds the login meanwhile. */
  | { kind: 'refused'; detail: string }
  /** The codec cannot be decoded here. Tried again once a minute, since a person may set another one. */
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
  /** When they were counted, by performance.now(), which is when the last of them was shown; null before the first. */
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

/** How a recording stands. `halted`: the last picture stays. `ended`: nothing more was recorded, as far as the recorder tells. */
export type RecordedState =
  | { readonly kind: 'connecting' | 'playing' | 'halted' | 'ended' }
  | { readonly kind: 'failed'; readonly cause: StreamCause }
  | { readonly kind: 'unsupported'; readonly codec: string };

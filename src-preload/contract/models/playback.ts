/** Sessions that a recorder is asked for at once: two full pages of a 4x4 wall. The page chooses what is left out, main refuses what is beyond. */
export const SESSIONS_PER_RECORDER = 32;

/** Where the renderer gets pictures from, or why it cannot yet. */
export type PlaybackStatus =
  | { state: 'stopped' }
  | { state: 'starting' }
  /** `endpoint` is a ws:// URL on loopback; a tile adds `?src=<stream name>`. It changes with every start of go2rtc. */
  | { state: 'running'; endpoint: string }
  | { state: 'backing-off'; reason: string; retryAtMs: number }
  /** Restarts keep failing: the app goes on trying, slowly, and a person should look. */
  | { state: 'failed'; reason: string; retryAtMs: number };

/**
 * What a recorder sends for a stream that is played: packets, none just now (`pause`) or none yet (`silence`) although its session is
 * there, or there is no session.
 */
export type StreamFeed = 'media' | 'pause' | 'silence' | 'nothing';

/**
 * Why a stream cannot be had now, as its recorder's RTSP server answered or failed to. Codes only: the page has the words.
 * `login-refused`: a login was signed and refused. `login-missing`: one is wanted and there is no user. `basic-only`: the server would
 * take the password only in the clear. `session-limit`: 453, or the like at SETUP or PLAY. `sessions-used`: this app has all the sessions that it may
 * have there. `session-ended`: 454. `udp-only`: 461 to
 * RTP over TCP. `channel-missing`: 404; `camera-offline` and `channel-gone`: the same, once the recorder's own lists said which.
 * `port-closed`: nothing listens at its RTSP port. `elsewhere`: it points to another device, which is never followed. `refused-here`: main does not let it be dialled now.
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

/** What main learns about a stream beside its media, which never crosses IPC. */
export type StreamNews =
  /** The last dial of the stream failed, or its session ended. */
  | { kind: 'failed'; cause: StreamCause; status: number | null }
  /** The recorder takes its time with an answer; the dial goes on. */
  | { kind: 'slow' }
  /** The session plays. `codec` is the encoding name of the SDP, such as H264. */
  | { kind: 'playing'; codec: string | null; soundCodec: string | null }
  /** Packets were missing in the RTP sequence: a fact, whatever the decoder makes of it. At most twice a second. */
  | { kind: 'lost'; packets: number }
  /** Every picture is encrypted (Hikvision's stream encryption), so what is decoded is no picture. */
  | { kind: 'encrypted' }
  /** Pictures come without anything to decode them with, and none is passed on: a decoder would make green noise of them. */
  | { kind: 'no-parameter-sets' };

/** One piece of news about one stream, by its name. */
export interface StreamNewsEvent {
  stream: string;
  news: StreamNews;
}

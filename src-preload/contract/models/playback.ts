/** Where the renderer gets pictures from, or why it cannot yet. */
export type PlaybackStatus =
  | { state: 'stopped' }
  | { state: 'starting' }
  /** `endpoint` is a ws:// URL on loopback; a tile adds `?src=<stream name>`. It changes with every start of go2rtc. */
  | { state: 'running'; endpoint: string }
  | { state: 'backing-off'; reason: string; retryAtMs: number }
  /** Restarts keep failing: the app goes on trying, slowly, and a person should look. */
  | { state: 'failed'; reason: string; retryAtMs: number };

/** What a recorder sends for a stream that is played: pictures, nothing although its session is there, or there is no session. */
export type StreamFeed = 'media' | 'silence' | 'nothing';

import type { StreamId } from './stream-id.ts';

/** How often each stream of one channel was played. */
export interface ChannelCounters {
  main: number;
  sub: number;
}

/** What happened at the recorder since it was made, for tests that assert how gently a client behaves. */
export class RecorderCounters {
  readonly failedLogins = { rtsp: 0, http: 0 };
  /** Those of them that came while the account was locked, each of which began the lock's time anew. */
  readonly loginsWhileLocked = { rtsp: 0, http: 0 };
  /** The largest number of ISAPI calls under way at the same time. */
  peakHttpCalls = 0;
  /** Sessions that reached PLAY. */
  sessionsOpened = 0;
  /** The largest number of sessions playing at the same time. */
  peakSessions = 0;
  /** SETUP requests for sound. */
  audioSetups = 0;
  /** Sessions dropped because the client did not read its socket. */
  slowClientsDropped = 0;
  /** Sessions opened, by channel number. */
  readonly perChannel: Record<number, ChannelCounters> = {};
  /** Requests by RTSP method and by HTTP "METHOD /path". */
  readonly requests: { rtsp: Record<string, number>; http: Record<string, number> } = {
    rtsp: {},
    http: {},
  };

  countRequest(protocol: 'rtsp' | 'http', name: string): void {
    const counts = this.requests[protocol];
    counts[name] = (counts[name] ?? 0) + 1;
  }

  countSession({ channel, stream }: StreamId, playingNow: number): void {
    this.sessionsOpened += 1;
    this.peakSessions = Math.max(this.peakSessions, playingNow);
    const counts = (this.perChannel[channel] ??= { main: 0, sub: 0 });
    counts[stream] += 1;
  }
}

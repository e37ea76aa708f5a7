import { OpenStreams } from './connection/open-streams.ts';
import { lookAt } from './picture/look-at.ts';
import { NewsBoard } from './live/news-board.ts';
import { LookBudget } from './picture/look-budget.ts';
import { PageActivity } from './pool/page-activity.ts';
import { SocketGate } from './connection/socket-gate.ts';
import type { Look } from './picture/stillness.ts';
import { Ticker } from './ticker.ts';

/** The browser as the player sees it: the few things a test must be able to replace. */
export interface PlayerEnvironment {
  readonly ticker: Ticker;
  readonly gate: SocketGate;
  readonly opened: OpenStreams;
  readonly news: NewsBoard;
  readonly activity: Pick<PageActivity, 'isPainting'>;
  createSocket(url: string): WebSocket;
  createMediaSource(): MediaSource;
  createMediaUrl(source: MediaSource): string;
  isTypeSupported(mime: string): boolean;
  readonly lookBudget: LookBudget;
  /** Looks at the picture on screen; null: cannot be told. */
  look(video: HTMLVideoElement, isClose: boolean): Promise<Look | null>;
  /** Milliseconds of a clock that nobody can set; how long a computer slept it may leave out. */
  now(): number;
  random(): number;
}

/** What every player of this page shares. */
export const BROWSER_ENVIRONMENT: PlayerEnvironment = {
  ticker: new Ticker(),
  gate: new SocketGate(),
  opened: new OpenStreams(),
  news: new NewsBoard(),
  activity: new PageActivity(),
  createSocket: (url) => new WebSocket(url),
  createMediaSource: () => new MediaSource(),
  createMediaUrl: (source) => URL.createObjectURL(source),
  isTypeSupported: (mime) => MediaSource.isTypeSupported(mime),
  lookBudget: new LookBudget(),
  look: lookAt,
  now: () => performance.now(),
  random: () => Math.random(),
};

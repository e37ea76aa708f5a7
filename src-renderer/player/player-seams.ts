import { lookAt } from './picture/look-at.ts';
import { PageActivity } from './page-activity.ts';
import { SocketGate } from './connection/socket-gate.ts';
import type { Look } from './picture/stillness.ts';
import { Ticker } from './ticker.ts';

/** The browser as the player sees it: the few things a test must be able to replace. */
export interface PlayerSeams {
  readonly ticker: Ticker;
  readonly gate: SocketGate;
  readonly activity: Pick<PageActivity, 'isPainting'>;
  createSocket(url: string): WebSocket;
  createMediaSource(): MediaSource;
  createMediaUrl(source: MediaSource): string;
  isTypeSupported(mime: string): boolean;
  /** Looks at the picture on screen; null: cannot be told. */
  look(video: HTMLVideoElement, isClose: boolean): Promise<Look | null>;
  /** Milliseconds since the epoch: this clock counts on while the computer sleeps. */
  now(): number;
  random(): number;
}

/** What every player of this page shares. */
export const BROWSER_SEAMS: PlayerSeams = {
  ticker: new Ticker(),
  gate: new SocketGate(),
  activity: new PageActivity(),
  createSocket: (url) => new WebSocket(url),
  createMediaSource: () => new MediaSource(),
  createMediaUrl: (source) => URL.createObjectURL(source),
  isTypeSupported: (mime) => MediaSource.isTypeSupported(mime),
  look: lookAt,
  now: () => Date.now(),
  random: () => Math.random(),
};

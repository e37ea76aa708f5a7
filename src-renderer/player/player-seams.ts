import { fingerprintOf } from './fingerprint.ts';
import { PageActivity } from './page-activity.ts';
import { SocketGate } from './socket-gate.ts';
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
  /** Equal numbers mean equal pictures; null: cannot be told. */
  fingerprint(video: HTMLVideoElement): Promise<number | null>;
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
  fingerprint: fingerprintOf,
  now: () => Date.now(),
  random: () => Math.random(),
};

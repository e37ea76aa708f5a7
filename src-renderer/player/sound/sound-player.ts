import { classifyError, CONNECTION_LOST, SERVER_GONE } from '../connection/classify-error.ts';
import { EdgeKeeper } from '../delay/edge-keeper.ts';
import { Go2rtcSocket } from '../connection/go2rtc-socket.ts';
import { MediaFeed } from '../media/media-feed.ts';
import { BROWSER_ENVIRONMENT } from '../player-environment.ts';
import type { PlayerEnvironment } from '../player-environment.ts';
import { streamNameOf } from '../player-types.ts';
import type { PlayerFailure, StreamRef } from '../player-types.ts';
import { RetryTimer } from '../connection/retry-timer.ts';

/** What go2rtc packs for MSE, by its names (its `pkg/mp4` ParseCodecs); FLAC is what it makes of G.711. */
const AUDIO_CODECS: readonly string[] = ['mp4a.40.2', 'flac', 'opus'];
/** Sound comes every 20 to 130 ms: after so long without any, the session is dead. */
const SILENCE_LIMIT_MS = 5000;

/** `none`: there is nothing to be heard here, and asking again would not help. */
export type SoundState = 'connecting' | 'playing' | 'offline' | 'none';

/** Plays one stream's sound beside its picture, in a session of its own, so that neither can stop the other. */
export class SoundPlayer {
  readonly #stream: StreamRef;
  readonly #environment: PlayerEnvironment;
  readonly #element: HTMLVideoElement;
  readonly #feed: MediaFeed;
  readonly #edge: EdgeKeeper;
  readonly #retry: RetryTimer;
  readonly #onState: (state: SoundState) => void;
  #socket: Go2rtcSocket | null = null;
  #leave: (() => void) | null = null;
  #unsubscribe: (() => void) | null = null;
  #connectedAtMs = 0;
  #mediaAtMs: number | null = null;
  #firstMediaAtMs: number | null = null;

  /**
   * @param element not shared with a picture; it need not be on the page
   * @param stream a sound stream
   */
  constructor(
    element: HTMLVideoElement,
    stream: StreamRef,
    onState: (state: SoundState) => void,
    environment: PlayerEnvironment = BROWSER_ENVIRONMENT,
  ) {
    this.#element = element;
    this.#stream = stream;
    this.#environment = environment;
    this.#onState = onState;
    this.#feed = new MediaFeed(element, environment, {
      onGrown: () => this.#onGrown(),
      onBroken: (detail) => this.#fail({ kind: 'offline', reason: 'decode-error', detail }),
      onUnsupported: (detail) => this.#fail({ kind: 'unsupported', detail }),
    });
    this.#edge = new EdgeKeeper(element, this.#feed, null);
    this.#retry = new RetryTimer(
      () => this.#connect(),
      () => environment.random(),
    );
  }

  /** @param volume 0 to 1 */
  start(volume: number): void {
    this.setVolume(volume);
    this.#element.muted = false;
    this.#leave = this.#environment.opened.begin(streamNameOf(this.#stream));
    this.#unsubscribe = this.#environment.ticker.subscribe(() => this.#tick());
    this.#connect();
  }

  /** @param volume 0 to 1 */
  setVolume(volume: number): void {
    this.#element.volume = volume;
  }

  close(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#disconnect();
    this.#leave?.();
    this.#leave = null;
    this.#feed.close();
  }

  #connect(): void {
    const codecs = AUDIO_CODECS.filter((codec) =>
      this.#environment.isTypeSupported(`audio/mp4; codecs="${codec}"`),
    ).join();
    this.#connectedAtMs = this.#environment.now();
    this.#mediaAtMs = null;
    this.#firstMediaAtMs = null;
    this.#edge.reset();
    this.#onState('connecting');
    this.#socket = new Go2rtcSocket({ ...this.#stream, codecs }, this.#environment, {
      onMime: (mime) => this.#feed.open(mime),
      onMedia: (bytes) => {
        this.#mediaAtMs = this.#environment.now();
        this.#feed.append(bytes);
      },
      onError: (text) => this.#fail(classifyError(text)),
      onClosed: (wasOpen) => this.#fail(wasOpen ? CONNECTION_LOST : SERVER_GONE),
    });
  }

  #onGrown(): void {
    if (this.#firstMediaAtMs !== null) return;
    this.#firstMediaAtMs = this.#environment.now();
    this.#retry.forgive();
    this.#onState('playing');
  }

  #tick(): void {
    if (!this.#socket) return;
    const nowMs = this.#environment.now();
    this.#edge.tick(nowMs, this.#firstMediaAtMs);
    const silentMs = nowMs - (this.#mediaAtMs ?? this.#connectedAtMs);
    if (silentMs > SILENCE_LIMIT_MS) this.#fail(CONNECTION_LOST);
  }

  #fail(failure: PlayerFailure): void {
    if (!this.#socket) return;
    this.#disconnect();
    if (failure.kind === 'offline') {
      this.#retry.scheduleAfterFailure(failure);
      this.#onState('offline');
    } else {
      this.#onState('none');
    }
  }

  #disconnect(): void {
    this.#retry.cancel();
    this.#socket?.close();
    this.#socket = null;
    this.#feed.end();
  }
}

import {
  classifyError,
  CONNECTION_LOST,
  missingPicture,
  NOTHING_DECODABLE,
  SERVER_GONE,
} from './classify-error.ts';
import { codecOf, offeredCodecs } from './codecs.ts';
import { EdgeKeeper } from './edge-keeper.ts';
import { FrameWatch } from './frame-watch.ts';
import type { ShownFrame } from './frame-watch.ts';
import { Go2rtcSocket } from './go2rtc-socket.ts';
import { MediaFeed } from './media-feed.ts';
import { PictureHealth } from './picture-health.ts';
import { judgedState } from './picture-state.ts';
import { BROWSER_SEAMS } from './player-seams.ts';
import type { PlayerSeams } from './player-seams.ts';
import type { PlayerFailure, PlayerState, PlayerStats } from './player-types.ts';
import { RetryTimer } from './retry-timer.ts';
import { playQuietly } from './video-element.ts';

/** So many broken attempts without a single picture mean that this machine cannot decode the stream. */
const HOPELESS_DECODE_ERRORS = 3;

/** What a player is made of. */
export interface StreamPlayerOptions {
  readonly video: HTMLVideoElement;
  /** `ws://127.0.0.1:PORT/api/ws?src=NAME`; main adds the authorization. */
  readonly url: string;
  readonly seams?: PlayerSeams;
  onState(state: PlayerState): void;
  /** The first frame this player ever shows: the moment to swap it in. */
  onFirstFrame?(): void;
}

/** Plays one go2rtc stream into one `<video>` for as long as it is wanted, and says truthfully how that goes. */
export class StreamPlayer {
  readonly #options: StreamPlayerOptions;
  readonly #seams: PlayerSeams;
  readonly #feed: MediaFeed;
  readonly #edge: EdgeKeeper;
  readonly #watch: FrameWatch;
  readonly #retry: RetryTimer;
  readonly #health = new PictureHealth();
  readonly #stats = { bytesReceived: 0, connections: 0, decodeErrors: 0, width: 0, height: 0 };
  #state: PlayerState = { kind: 'idle' };
  #socket: Go2rtcSocket | null = null;
  #unsubscribe: (() => void) | null = null;
  #isPainting = true;
  #codec: string | null = null;

  constructor(options: StreamPlayerOptions) {
    const seams = options.seams ?? BROWSER_SEAMS;
    this.#options = options;
    this.#seams = seams;
    this.#feed = new MediaFeed(options.video, seams, {
      onBroken: (detail) => this.#failDecoding(detail),
      onUnsupported: (detail) => this.#failMedia({ kind: 'unsupported', detail }),
    });
    this.#edge = new EdgeKeeper(options.video, this.#feed);
    this.#watch = new FrameWatch(options.video, (frame) => this.#onFrame(frame));
    this.#retry = new RetryTimer(
      () => this.#connect(),
      () => seams.random(),
    );
  }

  start(): void {
    if (this.#unsubscribe) return;
    this.#unsubscribe = this.#seams.ticker.subscribe(() => this.#tick());
    this.#watch.start();
    this.#connect();
  }

  /** Ends everything this player holds; the element can be used again. */
  close(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#disconnect();
    this.#watch.stop();
    this.#feed.close();
    this.#state = { kind: 'idle' };
  }

  stats(): PlayerStats {
    const { video } = this.#options;
    const endS = this.#feed.ranges.at(-1)?.endS ?? 0;
    return {
      ...this.#stats,
      framesShown: this.#watch.framesShown,
      bufferedAheadMs: Math.max(0, Math.round((endS - video.currentTime) * 1000)),
      playbackRate: video.playbackRate,
      firstFrameMs: this.#health.firstFrameMs,
      seeks: this.#edge.seeks,
      codec: this.#codec,
    };
  }

  #connect(): void {
    const nowMs = this.#seams.now();
    const { url } = this.#options;
    const codecs = offeredCodecs((mime) => this.#seams.isTypeSupported(mime));
    this.#stats.connections += 1;
    this.#codec = null;
    this.#health.onConnecting(nowMs);
    this.#edge.reset();
    // stale => stale: a picture that stopped stays "stale" until frames return or this attempt fails.
    if (this.#state.kind !== 'stale') {
      const { lastFrameAtMs } = this.#health;
      const attempt = this.#retry.failures + 1;
      this.#setState({ kind: 'connecting', sinceMs: nowMs, attempt, lastFrameAtMs });
      // Whoever listens may have closed this player on being told.
      if (!this.#unsubscribe) return;
    }
    if (codecs === '') {
      this.#fail(NOTHING_DECODABLE);
      return;
    }
    this.#socket = new Go2rtcSocket({ url, codecs }, this.#seams, {
      onMime: (mime) => {
        this.#codec = codecOf(mime);
        this.#feed.open(mime);
      },
      onMedia: (bytes) => {
        this.#stats.bytesReceived += bytes.byteLength;
        this.#feed.append(bytes);
      },
      onError: (text) => this.#fail(classifyError(text)),
      onClosed: (wasOpen) => this.#fail(wasOpen ? CONNECTION_LOST : SERVER_GONE),
    });
  }

  #onFrame(frame: ShownFrame): void {
    // What an ended connection left in the buffer still plays out, and proves nothing about the camera.
    const isOurs = this.#socket !== null && this.#feed.isFromThisConnection(frame.mediaTimeS);
    const isFirst = this.#health.firstFrameMs === null;
    this.#health.onFrame(this.#seams.now(), isOurs);
    if (!isOurs) return;
    this.#stats.width = frame.width;
    this.#stats.height = frame.height;
    // connecting | stale => live
    if (this.#state.kind !== 'late' && this.#state.kind !== 'live')
      this.#setState({ kind: 'live' });
    if (isFirst && this.#unsubscribe) this.#options.onFirstFrame?.();
  }

  #tick(): void {
    const nowMs = this.#seams.now();
    const wasPainting = this.#isPainting;
    this.#isPainting = this.#seams.activity.isPainting(nowMs);
    if (!this.#isPainting) return;
    if (!wasPainting) {
      this.#health.onVisibleAgain(nowMs);
      this.#edge.jump(nowMs, this.#health.firstFrameAtMs);
    }
    if (this.#options.video.paused && this.#feed.ranges.length > 0)
      playQuietly(this.#options.video);
    if (!this.#socket) return;
    this.#edge.tick(nowMs, this.#health.firstFrameAtMs);
    this.#judge(nowMs);
  }

  #judge(nowMs: number): void {
    const verdict = this.#health.verdict(nowMs);
    if (verdict === 'waiting') return;
    if (verdict === 'overdue') {
      this.#fail(missingPicture(this.#socket?.isOpen === true, this.#codec));
      return;
    }
    if (verdict === 'stable') this.#retry.forgive();
    if (verdict === 'stalled') this.#reconnectBehindPicture();
    const { lastFrameAtMs } = this.#health;
    const { lateByMs } = this.#edge;
    this.#setState(judgedState(this.#state, verdict, { lastFrameAtMs, lateByMs }));
  }

  /** The pause lets go2rtc notice that nobody watches: it then dials the recorder anew instead of joining a dead source. */
  #reconnectBehindPicture(): void {
    this.#disconnect();
    this.#retry.scheduleSoon();
  }

  #failDecoding(detail: string): void {
    this.#stats.decodeErrors += 1;
    const isHopeless =
      this.#health.firstFrameMs === null && this.#stats.decodeErrors >= HOPELESS_DECODE_ERRORS;
    if (isHopeless) this.#failMedia({ kind: 'unsupported', detail });
    else this.#failMedia({ kind: 'offline', reason: 'decode-error', detail });
  }

  /** Media left over from an ended connection may still fail; it must not start a retry, least of all when refused. */
  #failMedia(failure: PlayerFailure): void {
    if (this.#socket) this.#fail(failure);
  }

  #fail(failure: PlayerFailure): void {
    this.#disconnect();
    // connecting | live | late | stale => refused | unsupported | offline
    if (failure.kind !== 'offline') {
      this.#setState(failure);
      return;
    }
    const retryAtMs = this.#seams.now() + this.#retry.scheduleAfterFailure();
    const { lastFrameAtMs } = this.#health;
    this.#setState({ ...failure, retryAtMs, lastFrameAtMs });
  }

  #disconnect(): void {
    this.#retry.cancel();
    this.#socket?.close();
    this.#socket = null;
    this.#feed.end();
  }

  #setState(state: PlayerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}

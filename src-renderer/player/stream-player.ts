import { classifyError } from './classify-error.ts';
import { codecOf, offeredCodecs } from './codecs.ts';
import { EdgeKeeper } from './edge-keeper.ts';
import { FrameWatch } from './frame-watch.ts';
import type { ShownFrame } from './frame-watch.ts';
import { Go2rtcSocket } from './go2rtc-socket.ts';
import { MediaFeed } from './media-feed.ts';
import { BROWSER_SEAMS } from './player-seams.ts';
import type { PlayerSeams } from './player-seams.ts';
import type { OfflineReason, PlayerFailure, PlayerState, PlayerStats } from './player-types.ts';
import { retryDelayMs, STABLE_AFTER_MS } from './reconnect-policy.ts';
import { isStale, NO_FRAMES, withFrame } from './stale-detector.ts';
import { playQuietly } from './video-element.ts';

/** Recorders send keyframes as rarely as every 10 s, and nothing can be shown before the first. */
const FIRST_FRAME_TIMEOUT_MS = 15_000;
const STALL_RECONNECT_AFTER_MS = 8000;
/** A page that was hidden needs a moment until frames are shown again. */
const VISIBLE_GRACE_MS = 2000;
/** So many broken attempts without a single picture mean that this machine cannot decode the stream. */
const HOPELESS_DECODE_ERRORS = 3;
const BEHIND_STEP_MS = 500;

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
  #state: PlayerState = { kind: 'idle' };
  #socket: Go2rtcSocket | null = null;
  #unsubscribe: (() => void) | null = null;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #rhythm = NO_FRAMES;
  #connectingSinceMs = 0;
  /** Of the present connection. */
  #firstFrameAtMs: number | null = null;
  #faultAtMs = 0;
  #failures = 0;
  #graceUntilMs = 0;
  #isPainting = true;
  #stats = { bytesReceived: 0, connections: 0, decodeErrors: 0, width: 0, height: 0 };
  #firstFrameMs: number | null = null;
  #codec: string | null = null;

  constructor(options: StreamPlayerOptions) {
    const seams = options.seams ?? BROWSER_SEAMS;
    this.#options = options;
    this.#seams = seams;
    this.#feed = new MediaFeed(options.video, seams, {
      onBroken: (detail) => this.#failDecoding(detail),
      onUnsupported: (detail) => this.#fail({ kind: 'unsupported', detail }),
    });
    this.#edge = new EdgeKeeper(options.video, this.#feed);
    this.#watch = new FrameWatch(options.video, (frame) => this.#onFrame(frame));
  }

  start(): void {
    if (this.#unsubscribe) return;
    this.#unsubscribe = this.#seams.ticker.subscribe(() => this.#tick());
    this.#watch.start();
    this.#connect();
  }

  /** Ends everything this player holds; the element can be used again. */
  close(): void {
    if (!this.#unsubscribe) return;
    this.#unsubscribe();
    this.#unsubscribe = null;
    this.#disconnect();
    this.#watch.stop();
    this.#feed.close();
    this.#state = { kind: 'idle' };
  }

  /** Somebody asked for it, or what was wrong is mended: the only way out of `refused` and `unsupported`. */
  retryNow(): void {
    const { kind } = this.#state;
    if (!this.#unsubscribe || kind === 'live' || kind === 'late' || kind === 'connecting') return;
    this.#disconnect();
    this.#failures = 0;
    this.#connect();
  }

  stats(): PlayerStats {
    const endS = this.#feed.ranges.at(-1)?.endS ?? 0;
    return {
      ...this.#stats,
      framesShown: this.#watch.framesShown,
      bufferedAheadMs: Math.max(0, Math.round((endS - this.#options.video.currentTime) * 1000)),
      playbackRate: this.#options.video.playbackRate,
      firstFrameMs: this.#firstFrameMs,
      seeks: this.#edge.seeks,
      codec: this.#codec,
    };
  }

  #connect(): void {
    const nowMs = this.#seams.now();
    const codecs = offeredCodecs((mime) => this.#seams.isTypeSupported(mime));
    this.#stats.connections += 1;
    this.#connectingSinceMs = nowMs;
    this.#firstFrameAtMs = null;
    this.#edge.reset();
    // stale => stale: a picture that stopped stays "stale" until frames return or this attempt fails.
    if (this.#state.kind !== 'stale') {
      const { lastFrameAtMs } = this.#rhythm;
      this.#setState({
        kind: 'connecting',
        sinceMs: nowMs,
        attempt: this.#failures + 1,
        lastFrameAtMs,
      });
    }
    this.#socket = new Go2rtcSocket(this.#seams.createSocket(this.#options.url), codecs, {
      onMime: (mime) => this.#openFeed(mime),
      onMedia: (bytes) => this.#onMedia(bytes),
      onError: (text) => this.#fail(classifyError(text)),
      onClosed: (wasOpen) => {
        if (wasOpen) this.#failOffline('connection-lost', 'the stream server closed the stream');
        else this.#failOffline('server-gone', 'the stream server does not answer');
      },
    });
  }

  #openFeed(mime: string): void {
    this.#codec = codecOf(mime);
    this.#feed.open(mime);
  }

  #onMedia(bytes: ArrayBuffer): void {
    this.#stats.bytesReceived += bytes.byteLength;
    this.#feed.append(bytes);
  }

  #onFrame(frame: ShownFrame): void {
    const nowMs = this.#seams.now();
    this.#rhythm = withFrame(this.#rhythm, nowMs);
    // What an ended connection left in the buffer still plays out, and proves nothing about the camera.
    if (!this.#socket || !this.#feed.isFromThisConnection(frame.mediaTimeS)) return;
    this.#stats.width = frame.width;
    this.#stats.height = frame.height;
    if (this.#firstFrameAtMs === null) {
      this.#firstFrameAtMs = nowMs;
      this.#faultAtMs = nowMs;
    }
    // connecting | stale => live
    if (this.#state.kind !== 'live' && this.#state.kind !== 'late')
      this.#setState({ kind: 'live' });
    if (this.#firstFrameMs !== null) return;
    this.#firstFrameMs = nowMs - this.#connectingSinceMs;
    this.#options.onFirstFrame?.();
  }

  #tick(): void {
    const nowMs = this.#seams.now();
    const wasPainting = this.#isPainting;
    this.#isPainting = this.#seams.activity.isPainting(nowMs);
    if (!this.#isPainting) return;
    if (!wasPainting) this.#onVisibleAgain(nowMs);
    if (this.#options.video.paused && this.#feed.ranges.length > 0)
      playQuietly(this.#options.video);
    if (!this.#socket) return;
    this.#edge.tick(nowMs, this.#firstFrameAtMs);
    this.#judge(nowMs);
  }

  #judge(nowMs: number): void {
    const { kind } = this.#state;
    if (this.#firstFrameAtMs === null) {
      if (nowMs - this.#connectingSinceMs >= FIRST_FRAME_TIMEOUT_MS) this.#failWithoutPicture();
      return;
    }
    const { lastFrameAtMs } = this.#rhythm;
    if (lastFrameAtMs !== null && isStale(this.#rhythm, nowMs, this.#graceUntilMs)) {
      this.#faultAtMs = nowMs;
      // live | late => stale
      if (kind !== 'stale') this.#setState({ kind: 'stale', lastFrameAtMs });
      if (nowMs - lastFrameAtMs >= STALL_RECONNECT_AFTER_MS) this.#reconnectBehindPicture();
      return;
    }
    if (nowMs - this.#faultAtMs >= STABLE_AFTER_MS) this.#failures = 0;
    if (kind === 'live' || kind === 'late') this.#judgeLateness();
  }

  #judgeLateness(): void {
    const lateByMs = this.#edge.lateByMs;
    if (lateByMs === null) {
      // late => live
      if (this.#state.kind === 'late') this.#setState({ kind: 'live' });
      return;
    }
    const behindMs = Math.round(lateByMs / BEHIND_STEP_MS) * BEHIND_STEP_MS;
    // live => late, or late by another amount
    if (this.#state.kind !== 'late' || this.#state.behindMs !== behindMs) {
      this.#setState({ kind: 'late', behindMs });
    }
  }

  #onVisibleAgain(nowMs: number): void {
    this.#graceUntilMs = nowMs + VISIBLE_GRACE_MS;
    this.#connectingSinceMs = Math.max(this.#connectingSinceMs, nowMs);
    if (this.#firstFrameAtMs !== null) this.#edge.jump(nowMs, this.#firstFrameAtMs);
  }

  /** The pause lets go2rtc notice that nobody watches: it then dials the recorder anew instead of joining a dead source. */
  #reconnectBehindPicture(): void {
    this.#disconnect();
    this.#connectAfter(retryDelayMs(0, this.#seams.random()));
  }

  #failWithoutPicture(): void {
    if (!this.#socket?.isOpen)
      this.#failOffline('server-gone', 'the stream server does not answer');
    else if (this.#codec === null) this.#failOffline('timeout', 'the recorder does not answer');
    else this.#failOffline('no-picture', 'no picture arrived');
  }

  #failDecoding(detail: string): void {
    this.#stats.decodeErrors += 1;
    if (this.#stats.decodeErrors >= HOPELESS_DECODE_ERRORS && this.#firstFrameMs === null) {
      this.#fail({ kind: 'unsupported', detail });
    } else this.#failOffline('decode-error', detail);
  }

  #failOffline(reason: OfflineReason, detail: string): void {
    this.#fail({ kind: 'offline', reason, detail });
  }

  #fail(failure: PlayerFailure): void {
    this.#disconnect();
    // connecting | live | late | stale => refused | unsupported | offline
    if (failure.kind !== 'offline') {
      this.#setState(failure);
      return;
    }
    const delayMs = retryDelayMs(this.#failures, this.#seams.random());
    this.#failures += 1;
    this.#connectAfter(delayMs);
    const { lastFrameAtMs } = this.#rhythm;
    this.#setState({ ...failure, retryAtMs: this.#seams.now() + delayMs, lastFrameAtMs });
  }

  #connectAfter(delayMs: number): void {
    this.#retryTimer = setTimeout(() => this.#connect(), delayMs);
  }

  #disconnect(): void {
    clearTimeout(this.#retryTimer);
    this.#socket?.close();
    this.#socket = null;
    this.#feed.end();
  }

  #setState(state: PlayerState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}

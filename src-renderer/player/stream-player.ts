import { brokenMedia } from './connection/classify-error.ts';
import { EdgeKeeper } from './delay/edge-keeper.ts';
import { FrameWatch } from './picture/frame-watch.ts';
import type { ShownFrame } from './picture/frame-watch.ts';
import { MediaFeed } from './media/media-feed.ts';
import { MissingMedia } from './missing-media.ts';
import { PictureHealth } from './picture/picture-health.ts';
import { PictureLooks } from './picture/picture-looks.ts';
import { hasFrames, judgedState } from './picture/picture-state.ts';
import { BROWSER_SEAMS } from './player-seams.ts';
import type { PlayerSeams } from './player-seams.ts';
import type {
  OfflineReason,
  PlayerFailure,
  PlayerStats,
  StreamFeed,
  StreamRef,
} from './player-types.ts';
import { PresentFrames } from './delay/present-frames.ts';
import { RetryTimer } from './connection/retry-timer.ts';
import { StreamConnection } from './connection/stream-connection.ts';
import { ToldState } from './told-state.ts';
import type { PlayerListener } from './told-state.ts';
import { playQuietly } from './video-element.ts';

/** So many broken attempts without a single picture mean that this machine cannot decode the stream. */
const HOPELESS_DECODE_ERRORS = 3;
/** Less than this to skip is left to the playback rate: a seek drops frames. */
const SKIP_ABOVE_S = 0.7;

/** What a player is made of. */
export interface StreamPlayerOptions {
  readonly video: HTMLVideoElement;
  readonly stream: StreamRef;
  readonly seams?: PlayerSeams;
  /** What its recorder sends, also while go2rtc passes nothing on before a keyframe; nothing unless it can be told. */
  readonly feedOf?: (stream: StreamRef) => Promise<StreamFeed>;
}

/** `resting`: connected, but nobody looks, so no picture is judged. */
type Mode = 'closed' | 'resting' | 'playing';

/** Plays one go2rtc stream into one `<video>` for as long as it is wanted, and says truthfully how that goes. */
export class StreamPlayer {
  readonly #options: StreamPlayerOptions;
  readonly #seams: PlayerSeams;
  readonly #feed: MediaFeed;
  readonly #connection: StreamConnection;
  readonly #edge: EdgeKeeper;
  readonly #watch: FrameWatch;
  readonly #looks: PictureLooks;
  readonly #missing: MissingMedia;
  readonly #retry: RetryTimer;
  readonly #health = new PictureHealth();
  readonly #present = new PresentFrames();
  readonly #state = new ToldState();
  readonly #stats = { decodeErrors: 0, width: 0, height: 0 };
  #mode: Mode = 'closed';
  #unsubscribe: (() => void) | null = null;
  #isPainting = true;

  constructor(options: StreamPlayerOptions) {
    const seams = options.seams ?? BROWSER_SEAMS;
    this.#options = options;
    this.#seams = seams;
    this.#feed = new MediaFeed(options.video, seams, {
      onGrown: (endS) => this.#onGrown(endS),
      onBroken: (detail) => this.#failDecoding(detail),
      onUnsupported: (detail) => this.#failMedia({ kind: 'unsupported', detail }),
    });
    this.#connection = new StreamConnection(options.stream, seams, this.#feed, {
      onMedia: () => this.#onMedia(),
      onFailure: (failure) => this.#fail(failure),
    });
    this.#watch = new FrameWatch(options.video, (frame) => this.#onFrame(frame));
    const look = (...args: Parameters<PlayerSeams['look']>) => seams.look(...args);
    this.#looks = new PictureLooks(options.video, look, this.#health, (nowMs) => {
      // Not only at the next tick: a picture that stands is to be called so within 2 s.
      if (this.#mode === 'playing' && this.#connection.isThere) this.#judge(nowMs);
    });
    this.#edge = new EdgeKeeper(options.video, this.#feed, this.#watch);
    this.#missing = new MissingMedia(
      {
        ...{ connection: this.#connection, health: this.#health, present: this.#present },
        now: () => seams.now(),
        isPlaying: () => this.#mode === 'playing',
        feedOf: () => options.feedOf?.(options.stream) ?? Promise.resolve('nothing'),
      },
      {
        onWaiting: (reason) => this.#setConnecting(reason),
        onUseless: () => this.#reconnectBehindPicture(),
        onFailure: (failure) => this.#fail(failure),
      },
    );
    this.#retry = new RetryTimer(
      () => this.#connect(),
      () => seams.random(),
    );
  }

  /** Connects and plays, or plays on after a rest: the first picture is then only a seek away. */
  start(listener: PlayerListener): void {
    if (this.#mode === 'playing') return;
    this.#state.listener = listener;
    this.#mode = 'playing';
    this.#unsubscribe = this.#seams.ticker.subscribe(() => this.#tick());
    this.#watch.start();
    this.#feed.wake();
    if (this.#connection.isThere) this.#wake();
    else this.#connect();
  }

  /** Stays, or gets, connected while nobody looks. A failure is told and not mended: whoever keeps this player closes it then. */
  rest(listener: PlayerListener): void {
    const wasClosed = this.#mode === 'closed';
    this.#state.listener = listener;
    this.#mode = 'resting';
    this.#stopLooking();
    this.#feed.rest(this.#options.stream.isLight === true);
    if (wasClosed) this.#connect();
  }

  /** Ends everything this player holds; the element can be used again. */
  close(): void {
    this.#mode = 'closed';
    this.#stopLooking();
    this.#state.forget();
    this.#disconnect();
    this.#feed.close();
  }

  /** Whether it would show a present picture sooner than a new connection: it is connected and its media still comes. */
  get isFlowing(): boolean {
    const { kind } = this.#state.now;
    if (!this.#connection.isThere || kind === 'stale' || kind === 'still') return false;
    return this.#health.isFlowing(this.#seams.now());
  }

  /** Whether its connection may yet bring a picture; a hiccup of a second is no reason to give it up. */
  get isAlive(): boolean {
    return this.#connection.isThere && this.#health.isHopeful(this.#seams.now());
  }

  stats(): PlayerStats {
    const { video } = this.#options;
    return {
      ...this.#stats,
      ...this.#connection.figures,
      framesShown: this.#watch.framesShown,
      framesCountedAtMs: this.#health.lastFrameAtMs,
      bufferedAheadMs: Math.max(0, Math.round((this.#feed.endS - video.currentTime) * 1000)),
      playbackRate: video.playbackRate,
      firstFrameMs: this.#health.firstFrameMs,
      seeks: this.#edge.seeks,
    };
  }

  #stopLooking(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#watch.stop();
  }

  #connect(): void {
    this.#present.reset();
    this.#health.onConnecting(this.#seams.now());
    if (this.#mode === 'playing') this.#watch.start();
    this.#edge.reset();
    // stale => stale: a picture that stopped stays "stale" until frames return or this attempt fails.
    if (this.#state.now.kind !== 'stale') {
      this.#setConnecting();
      // Whoever listens may have closed this player on being told.
      if (this.#mode === 'closed') return;
    }
    this.#connection.open();
  }

  #wake(): void {
    const nowMs = this.#seams.now();
    this.#health.onWoken(nowMs);
    this.#edge.reset();
    this.#present.forget();
    // What it shows is no older than what it has received: nothing has frozen.
    this.#state.setConnecting({ sinceMs: nowMs, attempt: 1, lastFrameAtMs: null });
    if (this.#mode === 'playing' && this.#present.isReached) this.#showPresent();
  }

  /** After a silence, what was held up comes first: that is the past, like what a new connection begins with. */
  #onMedia(): void {
    if (this.#health.onMedia(this.#seams.now())) this.#present.reset();
  }

  #onGrown(endS: number): void {
    if (!this.#present.onMedia(this.#seams.now(), endS)) return;
    if (this.#mode === 'playing') this.#showPresent();
    else if (this.#options.stream.isLight === true) this.#edge.jump(this.#seams.now());
  }

  #showPresent(): void {
    const { endS } = this.#feed;
    const undecided = this.#present.begin(endS);
    if (endS - this.#options.video.currentTime > SKIP_ABOVE_S) this.#edge.jump(this.#seams.now());
    if (undecided) this.#onFrame(undecided);
  }

  #onFrame(frame: ShownFrame): void {
    const nowMs = this.#seams.now();
    const isOurs = this.#connection.isThere && this.#feed.isFromThisConnection(frame.mediaTimeS);
    if (isOurs && this.#present.isPast(frame)) return;
    // What is left in the buffer of an ended or frozen source still plays out, and proves nothing about the camera.
    const isNews = isOurs && this.#health.isFlowing(nowMs);
    const isFirst = this.#health.firstFrameAtMs === null;
    this.#health.onFrame(nowMs, frame.mediaTimeS, isNews);
    if (!isNews) return;
    this.#stats.width = frame.width;
    this.#stats.height = frame.height;
    // connecting | stale => live | damaged
    const kind = this.#feed.isDamagedAt(frame.mediaTimeS) ? 'damaged' : 'live';
    if (!hasFrames(this.#state.now)) this.#state.set({ kind });
    if (isFirst && this.#mode === 'playing') this.#state.listener.onFirstFrame?.();
  }

  #tick(): void {
    const nowMs = this.#seams.now();
    const wasPainting = this.#isPainting;
    this.#isPainting = this.#seams.activity.isPainting(nowMs);
    if (!this.#isPainting) return;
    if (!wasPainting) {
      this.#health.onVisibleAgain(nowMs);
      if (this.#health.firstFrameAtMs !== null) this.#edge.jump(nowMs);
    }
    if (this.#options.video.paused && this.#feed.ranges.length > 0)
      playQuietly(this.#options.video);
    if (!this.#connection.isThere) return;
    const { firstFrameAtMs } = this.#health;
    if (firstFrameAtMs !== null) this.#watch.reportOne();
    this.#edge.tick(nowMs, firstFrameAtMs);
    this.#looks.tick(nowMs, this.#watch.framesShown);
    this.#judge(nowMs);
  }

  #judge(nowMs: number): void {
    const verdict = this.#health.verdict(nowMs);
    if (verdict === 'waiting') return;
    if (verdict === 'overdue') {
      this.#missing.onOverdue(nowMs);
      return;
    }
    if (verdict === 'stable') this.#retry.forgive();
    if (verdict === 'stalled') this.#missing.onStalled(nowMs);
    else this.#missing.forget();
    const { lastFrameAtMs, stillSinceMs } = this.#health;
    const isDamaged = this.#feed.isDamagedAt(this.#options.video.currentTime);
    const picture = { lastFrameAtMs, stillSinceMs, isDamaged, lateByMs: this.#edge.lateByMs };
    this.#state.set(judgedState(this.#state.now, verdict, picture));
  }

  /** The pause lets go2rtc notice that nobody watches: it then dials the recorder anew instead of joining a dead source. */
  #reconnectBehindPicture(): void {
    this.#disconnect();
    this.#retry.scheduleSoon();
  }

  #failDecoding(detail: string): void {
    const tries = this.#stats.decodeErrors + 1;
    const isHopeless = this.#health.firstFrameMs === null && tries >= HOPELESS_DECODE_ERRORS;
    const failure = brokenMedia(detail, isHopeless);
    if (failure.kind !== 'offline' || failure.reason === 'decode-error') {
      this.#stats.decodeErrors = tries;
    }
    this.#failMedia(failure);
  }

  /** Media left over from an ended connection may still fail; it must not start a retry, least of all when refused. */
  #failMedia(failure: PlayerFailure): void {
    if (this.#connection.isThere) this.#fail(failure);
  }

  #fail(failure: PlayerFailure): void {
    this.#disconnect();
    // connecting | live | late | damaged | still | stale => refused | unsupported | offline
    if (failure.kind !== 'offline') {
      this.#state.set(failure);
      return;
    }
    const retryAtMs = this.#seams.now() + this.#retry.scheduleAfterFailure(failure.reason);
    this.#state.set({ ...failure, retryAtMs, lastFrameAtMs: this.#health.lastFrameAtMs });
  }

  #disconnect(): void {
    this.#retry.cancel();
    this.#connection.close();
  }

  #setConnecting(after?: OfflineReason): void {
    const { lastFrameAtMs } = this.#health;
    const attempt = this.#retry.failures + 1;
    this.#state.setConnecting({ sinceMs: this.#seams.now(), attempt, lastFrameAtMs }, after);
  }
}

import { brokenMedia } from '../connection/classify-error.ts';
import { isWorthRedial } from '../connection/stream-causes.ts';
import { DecodeRecovery } from './decode-recovery.ts';
import { EdgeKeeper } from '../delay/edge-keeper.ts';
import { FrameWatch, type ShownFrame } from '../picture/frame-watch.ts';
import { MediaFeed } from '../media/media-feed.ts';
import { MissingMedia } from './missing-media.ts';
import { PictureHealth } from '../picture/picture-health.ts';
import { PictureLooks } from '../picture/picture-looks.ts';
import { hasFrames, judgedState } from '../picture/picture-state.ts';
import { NewsReader } from './news-reader.ts';
import { BROWSER_ENVIRONMENT, type PlayerEnvironment } from '../player-environment.ts';
import type { PlayerFailure, PlayerStats, StreamFeed, StreamRef } from '../player-types.ts';
import { PresentFrames } from '../delay/present-frames.ts';
import { StreamConnection } from '../connection/stream-connection.ts';
import { StreamFaults } from './stream-faults.ts';
import { type PlayerListener, ToldState } from './told-state.ts';
import { statsOf } from './stats-of.ts';
import { playQuietly } from '../pool/video-element.ts';

/** Less than this to skip is left to the playback rate: a seek drops frames. */
const SKIP_ABOVE_S = 0.7;

/** What a player is made of. */
export interface StreamPlayerOptions {
  readonly video: HTMLVideoElement;
  readonly stream: StreamRef;
  readonly environment?: PlayerEnvironment;
  /** What its recorder sends, also while go2rtc passes nothing on before a keyframe; nothing unless it can be told. */
  readonly feedOf?: (stream: StreamRef) => Promise<StreamFeed>;
}

/** `resting`: connected, but nobody looks, so no picture is judged. */
type Mode = 'closed' | 'resting' | 'playing';

/** Plays one go2rtc stream into one `<video>` for as long as it is wanted, and says truthfully how that goes. */
export class StreamPlayer {
  readonly #options: StreamPlayerOptions;
  readonly #environment: PlayerEnvironment;
  readonly #feed: MediaFeed;
  readonly #connection: StreamConnection;
  readonly #edge: EdgeKeeper;
  readonly #watch: FrameWatch;
  readonly #looks: PictureLooks;
  readonly #missing: MissingMedia;
  readonly #faults: StreamFaults;
  readonly #news: NewsReader;
  readonly #decoding = new DecodeRecovery();
  readonly #health = new PictureHealth();
  readonly #present = new PresentFrames();
  readonly #state = new ToldState();
  #mode: Mode = 'closed';
  #unsubscribe: (() => void) | null = null;
  #isPainting = true;
  #size = { width: 0, height: 0 };

  constructor(options: StreamPlayerOptions) {
    const environment = options.environment ?? BROWSER_ENVIRONMENT;
    this.#options = options;
    this.#environment = environment;
    this.#feed = new MediaFeed(options.video, environment, {
      onGrown: (endS) => this.#onGrown(endS),
      onBroken: (detail) => this.#failDecoding(detail),
      onUnsupported: (detail) => {
        if (this.#connection.isThere) this.#fail({ kind: 'unsupported', detail });
      },
    });
    this.#connection = new StreamConnection(options.stream, environment, this.#feed, {
      onMedia: (stepMs) => this.#onMedia(stepMs),
      onFailure: (failure) => this.#onLost(failure),
    });
    this.#watch = new FrameWatch(options.video, (frame) => this.#onFrame(frame));
    this.#looks = new PictureLooks(options.video, environment, this.#health, () => {
      // Not only at the next tick: a picture that stands is to be called so within 2 s.
      if (this.#mode === 'playing' && this.#connection.isThere) this.#judge(environment.now());
    });
    this.#edge = new EdgeKeeper(options.video, this.#feed, this.#watch);
    this.#missing = new MissingMedia(
      {
        ...{ connection: this.#connection, health: this.#health, present: this.#present },
        now: () => environment.now(),
        isPlaying: () => this.#mode === 'playing',
        feedOf: () => options.feedOf?.(options.stream) ?? Promise.resolve('nothing'),
      },
      {
        onWaiting: (reason) => this.#faults.setConnecting(reason),
        onUseless: () => this.#reconnect(),
        onFailure: (failure) => this.#fail(failure),
      },
    );
    const said = { state: this.#state, health: this.#health };
    const parts = { environment, stream: options.stream, ...said };
    this.#faults = new StreamFaults(parts, () => this.#connect());
    const media = { connection: this.#connection, feed: this.#feed, decoding: this.#decoding };
    this.#news = new NewsReader(
      { ...parts, ...media, faults: this.#faults },
      {
        onFailure: (failure) => this.#fail(failure),
        onEnded: (failure) => this.#onLost(failure),
      },
    );
  }

  /** Connects and plays, or plays on after a rest: the first picture is then only a seek away. */
  start(listener: PlayerListener): void {
    if (this.#mode === 'playing') return;
    this.#state.listener = listener;
    this.#mode = 'playing';
    this.#unsubscribe = this.#environment.ticker.subscribe(() => this.#tick());
    this.#news.start();
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
    this.#news.start();
    this.#feed.rest(this.#options.stream.isLight === true);
    if (wasClosed) this.#connect();
  }

  /** Ends everything this player holds; the element can be used again. */
  close(): void {
    this.#mode = 'closed';
    this.#stopLooking();
    this.#news.stop();
    this.#state.forget();
    this.#disconnect();
    this.#connection.leave();
    this.#feed.close();
  }

  /** Whether it would show a present picture sooner than a new connection: it is connected and its media still comes. */
  get isFlowing(): boolean {
    const { kind } = this.#state.now;
    if (!this.#connection.isThere || kind === 'stale' || kind === 'still') return false;
    return this.#health.isFlowing(this.#environment.now());
  }

  /** Whether its connection may yet bring a picture; a hiccup of a second is no reason to give it up. */
  get isAlive(): boolean {
    return this.#connection.isThere && this.#health.isHopeful(this.#environment.now());
  }

  stats(): PlayerStats {
    return statsOf({
      video: this.#options.video,
      size: this.#size,
      ...{ connection: this.#connection, feed: this.#feed, edge: this.#edge },
      ...{ decoding: this.#decoding, health: this.#health, watch: this.#watch },
    });
  }

  #stopLooking(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#watch.stop();
  }

  #connect(): void {
    this.#present.reset();
    this.#health.onConnecting(this.#environment.now());
    if (this.#mode === 'playing') this.#watch.start();
    this.#edge.reset();
    this.#news.onConnecting();
    this.#faults.begin();
    // Whoever listens may have closed this player on being told.
    if (this.#mode !== 'closed') this.#connection.open();
  }

  #wake(): void {
    const nowMs = this.#environment.now();
    this.#health.onWoken(nowMs);
    this.#edge.reset();
    this.#present.forget();
    // What it shows is no older than what it has received: nothing has frozen.
    this.#state.setConnecting({ sinceMs: nowMs, attempt: 1, lastFrameAtMs: null });
    if (this.#mode === 'playing' && this.#present.isReached) this.#showPresent();
  }

  /** After a silence, what was held up comes first: that is the past, like what a new connection begins with. */
  #onMedia(stepMs: number): void {
    const { isIdle } = this.#feed;
    if (this.#health.onMedia(this.#environment.now(), stepMs, isIdle)) this.#present.reset();
  }

  #onGrown(endS: number): void {
    if (!this.#present.onMedia(this.#environment.now(), endS)) return;
    if (this.#mode === 'playing') this.#showPresent();
    else if (this.#options.stream.isLight === true) this.#edge.jump(this.#environment.now());
  }

  #showPresent(): void {
    const { endS } = this.#feed;
    const undecided = this.#present.begin(endS);
    const behindS = this.#present.newestStartS - this.#options.video.currentTime;
    if (behindS > SKIP_ABOVE_S) this.#edge.jump(this.#environment.now());
    if (undecided) this.#onFrame(undecided);
  }

  #onFrame(frame: ShownFrame): void {
    const nowMs = this.#environment.now();
    const isOurs = this.#connection.isThere && this.#feed.isFromThisConnection(frame.mediaTimeS);
    if (isOurs && (this.#present.isPast(frame) || this.#news.isDoubted(nowMs))) return;
    // What is left in the buffer of an ended or frozen source still plays out, and proves nothing about the camera.
    const isNews = isOurs && this.#health.isFlowing(nowMs);
    const isFirst = this.#health.firstFrameAtMs === null;
    this.#health.onFrame(nowMs, frame.mediaTimeS, isNews);
    if (!isNews) return;
    this.#decoding.onPicture();
    this.#news.onPicture();
    this.#size = { width: frame.width, height: frame.height };
    // connecting | stale => live | damaged
    const kind = this.#feed.isDamagedAt(frame.mediaTimeS) ? 'damaged' : 'live';
    if (!hasFrames(this.#state.now)) this.#state.set({ kind });
    if (isFirst && this.#mode === 'playing') this.#state.listener.onFirstFrame?.();
  }

  #tick(): void {
    const nowMs = this.#environment.now();
    const wasPainting = this.#isPainting;
    this.#isPainting = this.#environment.activity.isPainting(nowMs);
    if (!this.#isPainting) return;
    if (!wasPainting) {
      this.#health.onVisibleAgain(nowMs);
      if (this.#health.firstFrameAtMs !== null) this.#edge.jump(nowMs);
    }
    if (this.#options.video.paused && this.#feed.ranges.length > 0)
      playQuietly(this.#options.video);
    if (!this.#connection.isThere) return;
    const { firstFrameAtMs, slowIntervalMs, burstMs } = this.#health;
    if (firstFrameAtMs !== null) this.#watch.reportOne();
    this.#edge.tick(nowMs, firstFrameAtMs, Math.max(slowIntervalMs, burstMs));
    this.#looks.tick(nowMs, this.#watch.mediaTimeS);
    this.#judge(nowMs);
  }

  #judge(nowMs: number): void {
    const verdict = this.#health.verdict(nowMs);
    if (verdict === 'waiting') return;
    if (verdict === 'overdue') {
      this.#missing.onOverdue(nowMs);
      return;
    }
    if (verdict === 'stable') this.#faults.forgive();
    if (verdict === 'stalled') this.#missing.onStalled(nowMs);
    else this.#missing.forget();
    const isDamaged = this.#feed.isDamagedAt(this.#options.video.currentTime);
    const facts = {
      ...this.#health.facts,
      isDamaged,
      lateByMs: this.#edge.lateBy(this.#health.burstMs),
    };
    this.#state.set(judgedState(this.#state.now, verdict, facts));
  }

  /** The pause lets go2rtc notice that nobody watches: it then dials the recorder anew instead of joining a dead source. */
  #reconnect(): void {
    this.#disconnect();
    this.#faults.retrySoon();
  }

  /** Servers that end each session after a while are met: what was well until then is dialled anew at once, behind its last picture. */
  #onLost(failure: PlayerFailure): void {
    const shownForMs = this.#health.shownForMs(this.#environment.now());
    if (this.#mode === 'playing' && isWorthRedial(failure, shownForMs)) this.#reconnect();
    else this.#fail(failure);
  }

  /** connecting | live | late | still => damaged, and goes on with the next keyframe; or it has failed. */
  #failDecoding(detail: string): void {
    // Media left over from an ended connection may still fail; it must not start a retry, least of all when refused.
    if (!this.#connection.isThere) return;
    const failure = this.#decoding.onError(detail);
    if (failure !== null || !this.#feed.recover()) {
      this.#fail(failure ?? brokenMedia(detail, false));
      return;
    }
    this.#present.reset();
    this.#edge.reset();
    if (hasFrames(this.#state.now)) this.#state.set({ kind: 'damaged' });
  }

  #fail(failure: PlayerFailure): void {
    this.#disconnect();
    this.#faults.fail(failure);
  }

  #disconnect(): void {
    this.#faults.cancelRetry();
    this.#connection.close();
  }
}

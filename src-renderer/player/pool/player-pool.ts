import { SESSIONS_PER_RECORDER } from '@contract/models/playback.ts';
import { BROWSER_ENVIRONMENT } from '../player-environment.ts';
import type { PlayerEnvironment } from '../player-environment.ts';
import type { PlayerState, StreamFeed, StreamRef } from '../player-types.ts';
import { StreamPlayer } from '../live/stream-player.ts';
import { VideoPool } from './video-pool.ts';

/** Turning back within this time costs nothing. */
export const LINGER_MS = 12_000;
/** Of all recorders together. */
const KEPT_LIMIT = 32;
/** Seen and kept: some builds of Chromium refuse a page more than 75 players, and the largest wall has 64. */
const PLAYERS_LIMIT = 72;
/** What is wanted no more may be on its way to a tile. */
const WARM_GRACE_MS = 3000;
/** A recorder that had no free session is left alone with what is seen for so long. */
const FULL_FOR_MS = 600_000;
/** A stream that failed unseen is not tried unseen again for so long: a tile would say why. */
const FAILED_FOR_MS = 60_000;

/** One stream with all it takes to play it. */
export interface Stream {
  readonly ref: StreamRef;
  readonly video: HTMLVideoElement;
  readonly player: StreamPlayer;
}

/** What the pool holds now, for the footer and for tests. */
export interface PoolCounts {
  readonly shown: number;
  readonly kept: number;
  /** Received by all streams, those that have ended included. */
  readonly bytesReceived: number;
}

/** How a pool is made. */
export interface PlayerPoolOptions {
  readonly environment?: PlayerEnvironment;
  readonly videoPool?: VideoPool;
  readonly sessionsPerRecorder?: number;
  readonly lingerMs?: number;
  /** As in `StreamPlayerOptions`. */
  feedOf?(ref: StreamRef): Promise<StreamFeed>;
}

/** What tiles will want next, the likeliest first. */
export interface Wishes {
  /** Sure enough to end what merely lingers. */
  readonly soon: readonly StreamRef[];
  /** Only where a session is free. */
  readonly later: readonly StreamRef[];
}

interface Kept {
  readonly stream: Stream;
  /** Connected ahead, and no tile has shown it. */
  readonly isAhead: boolean;
  lingersUntilMs: number;
}

/**
 * Lends playing streams to tiles. Those that come back stay connected for a while, and those that are wanted soon are connected
 * before a tile asks, all within a number of sessions for each recorder: turning a page is then only a seek.
 */
export class PlayerPool {
  readonly #options: PlayerPoolOptions;
  readonly #environment: PlayerEnvironment;
  readonly #videoPool: VideoPool;
  readonly #lent = new Set<Stream>();
  readonly #kept = new Map<string, Kept>();
  /** Each takes a session of its recorder. */
  readonly #others = new Set<{ readonly recorder: number }>();
  readonly #failedUntilMs = new Map<string, number>();
  readonly #fullUntilMs = new Map<number, number>();
  #wishes: Wishes = { soon: [], later: [] };
  #isKeeping = true;
  #endedBytes = 0;
  #unsubscribe: (() => void) | null = null;

  constructor(options: PlayerPoolOptions = {}) {
    this.#options = options;
    this.#environment = options.environment ?? BROWSER_ENVIRONMENT;
    this.#videoPool = options.videoPool ?? new VideoPool();
  }

  /** The one switch: off, a stream ends when its tile lets go. */
  setKeeping(isKeeping: boolean): void {
    this.#isKeeping = isKeeping;
    if (!isKeeping) this.#endKept(() => true);
  }

  /** Whether this stream would show at once. */
  has(ref: StreamRef): boolean {
    return this.#kept.get(ref.url)?.stream.player.isFlowing === true;
  }

  /** Lends a stream; start its player. It must be given back or ended. */
  take(ref: StreamRef): Stream {
    const kept = this.#kept.get(ref.url);
    this.#kept.delete(ref.url);
    this.#watchTime();
    if (kept && !kept.stream.player.isFlowing) this.#close(kept.stream);
    const stream = kept?.stream.player.isFlowing === true ? kept.stream : this.#create(ref);
    this.#lent.add(stream);
    this.#makeRoom(ref.recorder);
    return stream;
  }

  /** A tile does not show it any more: it lingers, if there is anything to keep. */
  giveBack(stream: Stream): void {
    this.#lent.delete(stream);
    const { ref, player } = stream;
    if (!this.#mayKeep(ref.recorder) || !player.isFlowing || this.#kept.has(ref.url)) {
      this.#close(stream);
      return;
    }
    this.#videoPool.park(stream.video);
    const lingersUntilMs = this.#environment.now() + (this.#options.lingerMs ?? LINGER_MS);
    this.#keep({ stream, lingersUntilMs, isAhead: false });
    this.#makeRoom(ref.recorder);
  }

  /** It must not play on. */
  end(stream: Stream): void {
    this.#lent.delete(stream);
    this.#close(stream);
  }

  /**
   * What tiles will want next, instead of what was named before: connected as far as there is room, and kept for as long as it is
   * wanted and the wall is seen.
   */
  warm(wishes: Wishes): void {
    this.#wishes = wishes;
    this.#prepare();
  }

  /** Ends what is kept of anything else: removed recorders, refused logins, a former go2rtc. */
  keepOnly(isAllowed: (ref: StreamRef) => boolean): void {
    this.#endKept(({ ref }) => !isAllowed(ref));
  }

  /** The recorder had no session left for a picture that somebody wants to see: it gets all that are kept. */
  makeWay(recorder: number): void {
    this.#fullUntilMs.set(recorder, this.#environment.now() + FULL_FOR_MS);
    this.#endKept(({ ref }) => ref.recorder === recorder);
  }

  /** Leaves a session of the recorder to a sound or a recording; call the answer when that is over. */
  leaveRoom(recorder: number): () => void {
    const other = { recorder };
    this.#others.add(other);
    this.#makeRoom(recorder);
    return () => this.#others.delete(other);
  }

  counts(): PoolCounts {
    const streams = [...this.#lent, ...[...this.#kept.values()].map(({ stream }) => stream)];
    const bytesReceived = streams.reduce(
      (sum, { player }) => sum + player.stats().bytesReceived,
      this.#endedBytes,
    );
    return { shown: this.#lent.size, kept: this.#kept.size, bytesReceived };
  }

  #create(ref: StreamRef): Stream {
    const video = this.#videoPool.acquire();
    const feedOf = async (stream: StreamRef) =>
      (await this.#options.feedOf?.(stream)) ?? ('nothing' as const);
    const player = new StreamPlayer({ video, stream: ref, environment: this.#environment, feedOf });
    return { ref, video, player };
  }

  #keep(kept: Kept): void {
    const { stream } = kept;
    this.#kept.set(stream.ref.url, kept);
    this.#watchTime();
    stream.player.rest({ onState: (state) => this.#onKeptState(stream, state) });
  }

  /** What fails unseen is not mended unseen. */
  #onKeptState(stream: Stream, { kind }: PlayerState): void {
    if (kind === 'connecting') return;
    const { ref } = stream;
    this.#failedUntilMs.set(ref.url, this.#environment.now() + FAILED_FOR_MS);
    this.#endKept((kept) => kept === stream);
  }

  #endKept(isMeant: (stream: Stream) => boolean): void {
    for (const { stream } of [...this.#kept.values()]) {
      if (!isMeant(stream)) continue;
      this.#kept.delete(stream.ref.url);
      this.#close(stream);
    }
    this.#watchTime();
  }

  #close({ player, video }: Stream): void {
    this.#endedBytes += player.stats().bytesReceived;
    player.close();
    this.#videoPool.release(video);
  }

  #mayKeep(recorder: number): boolean {
    const fullUntilMs = this.#fullUntilMs.get(recorder) ?? -Infinity;
    return this.#isKeeping && this.#environment.now() >= fullUntilMs;
  }

  /** Sessions of the recorder that could be opened without ending one. */
  #room(recorder: number): number {
    const streams = [...this.#lent, ...[...this.#kept.values()].map(({ stream }) => stream)];
    const recorders = [...streams.map(({ ref }) => ref), ...this.#others];
    const used = recorders.filter((one) => one.recorder === recorder).length;
    return (this.#options.sessionsPerRecorder ?? SESSIONS_PER_RECORDER) - used;
  }

  get #keptLimit(): number {
    return Math.max(0, Math.min(KEPT_LIMIT, PLAYERS_LIMIT - this.#lent.size));
  }

  /** Keeps to all limits. */
  #makeRoom(recorder: number): void {
    this.#endSoonest(-this.#room(recorder), ({ stream }) => stream.ref.recorder === recorder);
    this.#endSoonest(this.#kept.size - this.#keptLimit, () => true);
  }

  /** What would have ended first, ends now. */
  #endSoonest(count: number, isMeant: (kept: Kept) => boolean): void {
    if (count <= 0) return;
    const doomed = [...this.#kept.values()]
      .filter(isMeant)
      .sort((a, b) => a.lingersUntilMs - b.lingersUntilMs)
      .slice(0, count)
      .map(({ stream }) => stream);
    this.#endKept((stream) => doomed.includes(stream));
  }

  #tick(): void {
    const nowMs = this.#environment.now();
    const isSeen = this.#environment.activity.isPainting(nowMs);
    const wanted = urlsOf([...this.#wishes.soon, ...this.#wishes.later]);
    for (const [url, kept] of this.#kept) {
      if (!isSeen || !wanted.has(url)) continue;
      kept.lingersUntilMs = Math.max(kept.lingersUntilMs, nowMs + WARM_GRACE_MS);
    }
    const over = [...this.#kept.values()].filter(
      ({ stream, lingersUntilMs }) => !stream.player.isAlive || lingersUntilMs <= nowMs,
    );
    if (over.length === 0) return;
    this.#endKept((stream) => over.some((kept) => kept.stream === stream));
    this.#prepare();
  }

  #prepare(): void {
    const { soon, later } = this.#wishes;
    if (!this.#environment.activity.isPainting(this.#environment.now())) return;
    const soonUrls = urlsOf(soon);
    const wantedUrls = urlsOf([...soon, ...later]);
    for (const ref of soon) this.#connectAhead(ref, ({ stream }) => !soonUrls.has(stream.ref.url));
    for (const ref of later) {
      this.#connectAhead(ref, (kept) => kept.isAhead && !wantedUrls.has(kept.stream.ref.url));
    }
  }

  /** @param mayEnd which kept streams are worth less */
  #connectAhead(ref: StreamRef, mayEnd: (kept: Kept) => boolean): void {
    const nowMs = this.#environment.now();
    const isLent = [...this.#lent].some((stream) => stream.ref.url === ref.url);
    const failedUntilMs = this.#failedUntilMs.get(ref.url) ?? -Infinity;
    if (isLent || this.#kept.has(ref.url) || nowMs < failedUntilMs) return;
    if (!this.#mayKeep(ref.recorder)) return;
    const hasSession = this.#room(ref.recorder) > 0;
    if (!hasSession || this.#kept.size >= this.#keptLimit) {
      const isInTheWay = ({ stream }: Kept): boolean =>
        hasSession || stream.ref.recorder === ref.recorder;
      this.#endSoonest(1, (kept) => isInTheWay(kept) && mayEnd(kept));
    }
    if (this.#room(ref.recorder) <= 0 || this.#kept.size >= this.#keptLimit) return;
    const lingersUntilMs = nowMs + WARM_GRACE_MS;
    this.#keep({ stream: this.#create(ref), lingersUntilMs, isAhead: true });
  }

  #watchTime(): void {
    if (this.#kept.size > 0) {
      this.#unsubscribe ??= this.#environment.ticker.subscribe(() => this.#tick());
    } else {
      this.#unsubscribe?.();
      this.#unsubscribe = null;
    }
  }
}

function urlsOf(refs: readonly StreamRef[]): ReadonlySet<string> {
  return new Set(refs.map(({ url }) => url));
}

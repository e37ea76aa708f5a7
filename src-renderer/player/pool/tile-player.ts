import { presentedState } from './presented-state.ts';
import { BROWSER_ENVIRONMENT } from '../player-environment.ts';
import type { PlayerEnvironment } from '../player-environment.ts';
import type { PlayerState, PlayerStats, StreamRef } from '../player-types.ts';
import type { Stream, PlayerPool } from './player-pool.ts';
import type { StreamReports } from './stream-reports.ts';

/** Some recorders lose both streams of a channel when main and sub are asked for in quick turns. */
const SWITCH_PAUSE_MS = 250;

/** What a tile hands over. */
export interface TilePlayerOptions {
  /** Filled by absolutely positioned videos, so it needs a position and an opaque background of its own. */
  readonly container: HTMLElement;
  readonly pool: PlayerPool;
  readonly environment?: PlayerEnvironment;
  /** Told of each state of what is shown. */
  readonly reports?: Pick<StreamReports, 'note' | 'forget'>;
  /**
   * @param state of the stream the tile presents
   * @param showing the URL whose pictures are on screen; null before the first
   * @param upcoming the state of the stream that is to replace it, while there is one
   * @param newestUrl whose state is `upcoming`, or else `state`
   */
  onState(
    state: PlayerState,
    showing: string | null,
    upcoming: PlayerState | null,
    newestUrl: string | null,
  ): void;
}

interface Slot {
  readonly stream: Stream;
  state: PlayerState;
  hasShown: boolean;
}

/** What a tile mounts: shows one stream and passes to another one without a black moment in between. */
export class TilePlayer {
  readonly #options: TilePlayerOptions;
  readonly #environment: PlayerEnvironment;
  #wantedUrl: string | null = null;
  #current: Slot | null = null;
  #next: Slot | null = null;
  #startedAtMs = -Infinity;
  #switchTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TilePlayerOptions) {
    this.#options = options;
    this.#environment = options.environment ?? BROWSER_ENVIRONMENT;
  }

  /**
   * Shows this stream; an already shown one stays until the new one has a picture.
   * @param meanwhile shown first where that is possible at once and the stream itself is not
   */
  show(ref: StreamRef, meanwhile: StreamRef | null = null): void {
    if (ref.url === this.#wantedUrl) return;
    const { pool } = this.#options;
    this.#wantedUrl = ref.url;
    clearTimeout(this.#switchTimer);
    if (this.#next) this.#next = this.#letGo(this.#next);
    if (this.#current?.stream.ref.url === ref.url) {
      this.#report();
      return;
    }
    if (this.#current?.hasShown === false) this.#current = this.#letGo(this.#current);
    if (!this.#current && meanwhile && !pool.has(ref) && pool.has(meanwhile)) {
      this.#begin(meanwhile);
    }
    const waitMs = this.#startedAtMs + SWITCH_PAUSE_MS - this.#environment.now();
    if (waitMs <= 0 || pool.has(ref)) this.#begin(ref);
    else this.#switchTimer = setTimeout(() => this.#begin(ref), Math.min(waitMs, SWITCH_PAUSE_MS));
  }

  /** Shows nothing; the streams linger in the pool. */
  rest(): void {
    this.close();
    this.#report();
  }

  /** Shows nothing, and nothing may go on: the recorder must not be asked any more. */
  end(): void {
    for (const slot of [this.#next, this.#current]) {
      if (!slot) continue;
      this.#options.reports?.forget(slot.stream);
      this.#options.pool.end(slot.stream);
    }
    this.#next = null;
    this.#current = null;
    this.rest();
  }

  /** The tile is gone; the streams linger in the pool. */
  close(): void {
    clearTimeout(this.#switchTimer);
    this.#wantedUrl = null;
    if (this.#next) this.#next = this.#letGo(this.#next);
    if (this.#current) this.#current = this.#letGo(this.#current);
  }

  /** Of the stream on screen. */
  stats(): PlayerStats | null {
    return this.#current?.stream.player.stats() ?? null;
  }

  #begin(ref: StreamRef): void {
    // A stream from the pool was asked for long ago.
    if (!this.#options.pool.has(ref)) this.#startedAtMs = this.#environment.now();
    const stream = this.#options.pool.take(ref);
    const slot: Slot = { stream, state: { kind: 'idle' }, hasShown: false };
    if (this.#current) this.#next = slot;
    else this.#current = slot;
    // First child: below the picture that is still showing.
    this.#options.container.prepend(stream.video);
    stream.player.start({
      onState: (state) => this.#onState(slot, state),
      onFirstFrame: () => this.#onFirstFrame(slot),
    });
  }

  #onState(slot: Slot, state: PlayerState): void {
    slot.state = state;
    this.#options.reports?.note(slot.stream, state);
    this.#report();
    if (state.kind !== 'offline') return;
    // Nothing else is a sign that it is full: a channel that is missing needs no room.
    if (state.reason === 'session-limit') this.#options.pool.makeWay(slot.stream.ref.recorder);
  }

  #onFirstFrame(slot: Slot): void {
    slot.hasShown = true;
    if (slot === this.#next) {
      if (this.#current) this.#letGo(this.#current);
      this.#current = slot;
      this.#next = null;
    }
    this.#report();
  }

  #letGo(slot: Slot): null {
    this.#options.reports?.forget(slot.stream);
    this.#options.pool.giveBack(slot.stream);
    return null;
  }

  #report(): void {
    const showing = this.#current?.hasShown === true ? this.#current.stream.ref.url : null;
    const shown = this.#current?.state ?? { kind: 'idle' };
    const upcoming = this.#next?.state ?? null;
    const newestUrl = (this.#next ?? this.#current)?.stream.ref.url ?? null;
    this.#options.onState(presentedState(shown, upcoming), showing, upcoming, newestUrl);
  }
}

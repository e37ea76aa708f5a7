import { presentedState } from './presented-state.ts';
import { BROWSER_SEAMS } from './player-seams.ts';
import type { PlayerSeams } from './player-seams.ts';
import type { PlayerState, PlayerStats } from './player-types.ts';
import { StreamPlayer } from './stream-player.ts';
import type { VideoPool } from './video-pool.ts';

/** Some recorders lose both streams of a channel when main and sub are asked for in quick turns. */
const SWITCH_PAUSE_MS = 250;

/** What a tile hands over. */
export interface TilePlayerOptions {
  /** Filled by absolutely positioned videos, so it needs a position and an opaque background of its own. */
  readonly container: HTMLElement;
  readonly pool: VideoPool;
  readonly seams?: PlayerSeams;
  /**
   * @param state of the stream the tile presents
   * @param showing the URL whose pictures are on screen; null before the first
   * @param upcoming the state of the stream that is to replace it, while there is one
   */
  onState(state: PlayerState, showing: string | null, upcoming: PlayerState | null): void;
}

interface Slot {
  readonly url: string;
  readonly video: HTMLVideoElement;
  readonly player: StreamPlayer;
  state: PlayerState;
  hasShown: boolean;
}

/** What a tile mounts: shows one stream and passes to another one without a black moment in between. */
export class TilePlayer {
  readonly #options: TilePlayerOptions;
  readonly #seams: PlayerSeams;
  #wantedUrl: string | null = null;
  #current: Slot | null = null;
  #next: Slot | null = null;
  #startedAtMs = -Infinity;
  #switchTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TilePlayerOptions) {
    this.#options = options;
    this.#seams = options.seams ?? BROWSER_SEAMS;
  }

  /** Shows this stream; an already shown one stays until the new one has a picture. Null ends everything. */
  show(url: string | null): void {
    if (url === this.#wantedUrl) return;
    this.#wantedUrl = url;
    clearTimeout(this.#switchTimer);
    if (this.#next) this.#next = this.#drop(this.#next);
    if (url === null) {
      if (this.#current) this.#current = this.#drop(this.#current);
      this.#report();
      return;
    }
    if (this.#current?.url === url) {
      this.#report();
      return;
    }
    const waitMs = this.#startedAtMs + SWITCH_PAUSE_MS - this.#seams.now();
    if (waitMs <= 0) this.#begin(url);
    else this.#switchTimer = setTimeout(() => this.#begin(url), Math.min(waitMs, SWITCH_PAUSE_MS));
  }

  close(): void {
    clearTimeout(this.#switchTimer);
    this.#wantedUrl = null;
    if (this.#next) this.#next = this.#drop(this.#next);
    if (this.#current) this.#current = this.#drop(this.#current);
  }

  /** Of the stream on screen. */
  stats(): PlayerStats | null {
    return this.#current?.player.stats() ?? null;
  }

  #begin(url: string): void {
    this.#startedAtMs = this.#seams.now();
    if (this.#current && !this.#current.hasShown) this.#current = this.#drop(this.#current);
    const slot = this.#createSlot(url);
    if (this.#current) this.#next = slot;
    else this.#current = slot;
    // First child: below the picture that is still showing.
    this.#options.container.prepend(slot.video);
    slot.player.start();
  }

  #createSlot(url: string): Slot {
    const video = this.#options.pool.acquire();
    const player = new StreamPlayer({
      video,
      url,
      seams: this.#seams,
      onState: (state) => {
        slot.state = state;
        this.#report();
      },
      onFirstFrame: () => this.#onFirstFrame(slot),
    });
    const slot: Slot = { url, video, player, state: { kind: 'idle' }, hasShown: false };
    return slot;
  }

  #onFirstFrame(slot: Slot): void {
    slot.hasShown = true;
    if (slot === this.#next) {
      if (this.#current) this.#drop(this.#current);
      this.#current = slot;
      this.#next = null;
    }
    this.#report();
  }

  #drop(slot: Slot): null {
    slot.player.close();
    this.#options.pool.release(slot.video);
    return null;
  }

  #report(): void {
    const showing = this.#current?.hasShown === true ? this.#current.url : null;
    const shown = this.#current?.state ?? { kind: 'idle' };
    const upcoming = this.#next?.state ?? null;
    this.#options.onState(presentedState(shown, upcoming), showing, upcoming);
  }
}

import type { PictureHealth } from './picture-health.ts';
import type { PlayerEnvironment } from '../player-environment.ts';

/** Looks at what a `<video>` shows, whenever that is a new frame and there is time for it, and tells its `PictureHealth`. */
export class PictureLooks {
  readonly #video: HTMLVideoElement;
  readonly #environment: Pick<PlayerEnvironment, 'look' | 'lookBudget' | 'now'>;
  readonly #health: PictureHealth;
  readonly #onLooked: () => void;
  #lookedAtS = -1;
  #lookedAtMs = -Infinity;
  /** At most one look of a tile is on its way: what a computer has no time for is left out, and never queued. */
  #isLooking = false;

  constructor(
    video: HTMLVideoElement,
    environment: Pick<PlayerEnvironment, 'look' | 'lookBudget' | 'now'>,
    health: PictureHealth,
    onLooked: () => void,
  ) {
    this.#video = video;
    this.#environment = environment;
    this.#health = health;
    this.#onLooked = onLooked;
  }

  /** @param shownS the place of the newest frame in the media: a seek at the end of slow media shows the same one again */
  tick(nowMs: number, shownS: number): void {
    const { firstFrameAtMs } = this.#health;
    if (firstFrameAtMs === null || shownS === this.#lookedAtS || this.#isLooking) return;
    if (!this.#environment.lookBudget.mayLook(nowMs, this.#lookedAtMs)) return;
    this.#lookedAtS = shownS;
    this.#lookedAtMs = nowMs;
    this.#isLooking = true;
    void this.#look(nowMs, firstFrameAtMs);
  }

  async #look(nowMs: number, firstFrameAtMs: number): Promise<void> {
    const { look, lookBudget } = this.#environment;
    const seen = await lookBudget.spend(() => look(this.#video, this.#health.wantsCloseLook));
    this.#isLooking = false;
    // Of another connection otherwise, or of the time before a rest.
    if (this.#health.firstFrameAtMs !== firstFrameAtMs) return;
    this.#health.onLook(nowMs, seen);
    this.#onLooked();
  }
}

import type { PictureHealth } from './picture-health.ts';
import type { PlayerSeams } from '../player-seams.ts';

/** Looks at what a `<video>` shows, whenever that is a new frame, and tells its `PictureHealth`. */
export class PictureLooks {
  readonly #video: HTMLVideoElement;
  readonly #look: PlayerSeams['look'];
  readonly #health: PictureHealth;
  readonly #onLooked: (nowMs: number) => void;
  #framesLookedAt = 0;

  constructor(
    video: HTMLVideoElement,
    look: PlayerSeams['look'],
    health: PictureHealth,
    onLooked: (nowMs: number) => void,
  ) {
    this.#video = video;
    this.#look = look;
    this.#health = health;
    this.#onLooked = onLooked;
  }

  tick(nowMs: number, framesShown: number): void {
    const { firstFrameAtMs, wantsCloseLook } = this.#health;
    if (firstFrameAtMs === null || framesShown === this.#framesLookedAt) return;
    this.#framesLookedAt = framesShown;
    void this.#look(this.#video, wantsCloseLook).then((look) => {
      // Of another connection otherwise, or of the time before a rest.
      if (this.#health.firstFrameAtMs !== firstFrameAtMs) return;
      this.#health.onLook(nowMs, look);
      this.#onLooked(nowMs);
    });
  }
}

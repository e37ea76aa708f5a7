import { clearVideo, createParkingLot, createVideo } from './video-element.ts';

/** All that a pool plays at a time: turning the page of the largest wall gives back 64 and asks for 64. */
const IDLE_LIMIT = 72;

/**
 * Lends `<video>` elements to tiles and takes them back. Chromium caps the media elements a page *creates* over its
 * life, collected or not, so a wall that turns pages for months has to reuse them.
 */
export class VideoPool {
  readonly #create: () => HTMLVideoElement;
  readonly #createLot: () => ParentNode;
  readonly #idle: HTMLVideoElement[] = [];
  #lot: ParentNode | null = null;

  constructor(create = createVideo, createLot = createParkingLot) {
    this.#create = create;
    this.#createLot = createLot;
  }

  acquire(): HTMLVideoElement {
    return this.#idle.pop() ?? this.#create();
  }

  /** Takes it out of sight without taking it out of the document: that would pause it. */
  park(video: HTMLVideoElement): void {
    this.#lot ??= this.#createLot();
    this.#lot.append(video);
  }

  release(video: HTMLVideoElement): void {
    clearVideo(video);
    video.remove();
    if (this.#idle.length < IDLE_LIMIT && !this.#idle.includes(video)) this.#idle.push(video);
  }
}

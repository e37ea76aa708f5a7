/** One frame the compositor took. */
export interface ShownFrame {
  readonly mediaTimeS: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Reports frames that were really shown, through `requestVideoFrameCallback`: an open socket, a filling buffer and even
 * a running `currentTime` are no proof of a moving picture.
 */
export class FrameWatch {
  readonly #video: HTMLVideoElement;
  readonly #onFrame: (frame: ShownFrame) => void;
  #handle: number | null = null;
  #shownBefore = 0;
  #presentedFrames = 0;
  #mediaTimeS = -1;
  #isSparse = false;

  constructor(video: HTMLVideoElement, onFrame: (frame: ShownFrame) => void) {
    this.#video = video;
    this.#onFrame = onFrame;
  }

  /** Frames shown since the start; the browser counts them also where callbacks were skipped. */
  get framesShown(): number {
    return this.#shownBefore + this.#presentedFrames;
  }

  /** The place of the last of them in the media, in seconds. */
  get mediaTimeS(): number {
    return this.#mediaTimeS;
  }

  /** Every frame is reported from now on. */
  start(): void {
    this.#isSparse = false;
    this.#await();
  }

  /**
   * From now on, one frame is reported after each call. That is enough to know that a picture moves, and each report takes the page
   * through all the steps of a repaint.
   */
  reportOne(): void {
    this.#isSparse = true;
    this.#await();
  }

  stop(): void {
    if (this.#handle !== null) this.#video.cancelVideoFrameCallback(this.#handle);
    this.#handle = null;
  }

  #await(): void {
    this.#handle ??= this.#video.requestVideoFrameCallback((_, metadata) => {
      this.#handle = null;
      this.#receive(metadata);
    });
  }

  #receive(metadata: VideoFrameCallbackMetadata): void {
    if (!this.#isSparse) this.#await();
    // The count starts anew with each media source.
    if (metadata.presentedFrames < this.#presentedFrames)
      this.#shownBefore += this.#presentedFrames;
    this.#presentedFrames = metadata.presentedFrames;
    // A seek may present the same picture again.
    if (metadata.mediaTime === this.#mediaTimeS) return;
    this.#mediaTimeS = metadata.mediaTime;
    this.#onFrame({
      mediaTimeS: metadata.mediaTime,
      width: metadata.width,
      height: metadata.height,
    });
  }
}

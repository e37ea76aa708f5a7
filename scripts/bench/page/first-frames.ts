import { BlankWatch } from './blank-watch.ts';
import { codeOf } from './picture-code.ts';
import { documents, isVisible, notePicture } from './videos.ts';

/** The main stream's pictures are wider than this. */
const SUB_MAX_WIDTH_PX = 640;

/** What is waited for. */
export interface Expected {
  channels: number[];
  stream: 'main' | 'sub';
  /** From which moment on: a key about to be pressed, or this call. */
  from: 'key' | 'now';
  withinMs: number;
  /** Where in the window the picture must never be gone, in CSS pixels; nowhere unless given. */
  watchedPoint?: { x: number; y: number };
}

/** What was seen. */
export interface Arrival {
  /** When the last of them showed a frame, after the start; `withinMs` when one never did. */
  lastAfterMs: number;
  /** The same moment in milliseconds since 1970. */
  lastAtEpochMs: number;
  missing: number[];
  /** The longest time without a picture at the watched point. */
  blankMs: number;
}

/**
 * Waits until each channel has shown a frame that is newer than the start. Shown means: the browser handed it to the
 * compositor (`requestVideoFrameCallback`), the video is visible, and the picture's own code names the channel.
 */
export class FirstFrames {
  readonly arrival: Promise<Arrival>;
  readonly #expected: Expected;
  readonly #missing: Set<number>;
  readonly #followed = new WeakSet<HTMLVideoElement>();
  readonly #observer = new MutationObserver(() => this.#lookAround());
  readonly #observed = new WeakSet<Document>();
  readonly #blank: BlankWatch;
  #startedAtMs: number | undefined;
  #isOver = false;
  #resolve: (arrival: Arrival) => void = () => undefined;

  constructor(expected: Expected) {
    this.#expected = expected;
    this.#missing = new Set(expected.channels);
    this.#blank = new BlankWatch(expected.watchedPoint);
    this.arrival = new Promise((resolve) => (this.#resolve = resolve));
    this.#lookAround();
    if (expected.from === 'now') this.#start(performance.now());
    else {
      const onKey = (event: KeyboardEvent): void => this.#start(event.timeStamp);
      addEventListener('keydown', onKey, { capture: true, once: true });
    }
  }

  #start(atMs: number): void {
    this.#startedAtMs = atMs;
    this.#blank.start();
    setTimeout(() => this.#finish(atMs + this.#expected.withinMs), this.#expected.withinMs);
  }

  /** Frames hold documents of their own, which are new after each load. */
  #lookAround(): void {
    for (const one of documents()) {
      if (!this.#observed.has(one)) {
        this.#observed.add(one);
        this.#observer.observe(one, { childList: true, subtree: true });
      }
      one.querySelectorAll('iframe').forEach((frame) => (frame.onload = () => this.#lookAround()));
      one.querySelectorAll('video').forEach((video) => this.#follow(video));
    }
  }

  #follow(video: HTMLVideoElement): void {
    if (this.#followed.has(video)) return;
    this.#followed.add(video);
    const onFrame = (): void => {
      if (this.#isOver) return;
      video.requestVideoFrameCallback(onFrame);
      notePicture(video);
      void this.#check(video, performance.now());
    };
    video.requestVideoFrameCallback(onFrame);
  }

  async #check(video: HTMLVideoElement, nowMs: number): Promise<void> {
    if (this.#startedAtMs === undefined || !isVisible(video)) return;
    const stream = video.videoWidth > SUB_MAX_WIDTH_PX ? 'main' : 'sub';
    if (stream !== this.#expected.stream) return;
    const code = await codeOf(video);
    if (code && this.#missing.delete(code.channel) && this.#missing.size === 0) this.#finish(nowMs);
  }

  #finish(atMs: number): void {
    if (this.#isOver || this.#startedAtMs === undefined) return;
    this.#isOver = true;
    this.#observer.disconnect();
    const startedAtMs = this.#startedAtMs;
    void this.#blank.finish().then((blankMs) =>
      this.#resolve({
        lastAfterMs: atMs - startedAtMs,
        lastAtEpochMs: performance.timeOrigin + atMs,
        missing: [...this.#missing],
        blankMs,
      }),
    );
  }
}

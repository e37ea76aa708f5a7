const MS_PER_SECOND = 1000;
/** Odd against any group of pictures, so the keyframes of neighbouring channels do not fall together. */
const PHASE_STEP_FRAMES = 7;
/** Spreads the frames of all channels over one frame time instead of sending them in one burst. */
const SUB_FRAME_STEPS = 4;

/** Maps time to a frame number for one channel; every session of the channel shares it and sees the same moment. */
export class ChannelClock {
  readonly #frameMs: number;
  readonly #originMs: number;

  constructor(options: {
    channel: number;
    frameRate: number;
    startedAtMs: number;
    keyframeEvery: number;
  }) {
    const { channel, frameRate, startedAtMs, keyframeEvery } = options;
    this.#frameMs = MS_PER_SECOND / frameRate;
    const phaseFrames = (channel * PHASE_STEP_FRAMES) % keyframeEvery;
    const subFrame = (channel % SUB_FRAME_STEPS) / SUB_FRAME_STEPS;
    this.#originMs = startedAtMs - (phaseFrames + subFrame) * this.#frameMs;
  }

  /** The newest frame that exists at this time. */
  frameAt(nowMs: number): number {
    return Math.floor((nowMs - this.#originMs) / this.#frameMs);
  }

  /** When a frame comes into being. */
  dueAtMs(frame: number): number {
    return this.#originMs + frame * this.#frameMs;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { PageDebugger, PageKey } from '../devtools/page-debugger.ts';
import type { SeenPicture } from './frame-clock.ts';

/** After this a picture counts as never seen, and the time as this long. */
const WITHIN_MS = 20_000;

/** When all expected pictures were there. */
export interface Arrival {
  lastAfterMs: number;
  lastAtEpochMs: number;
  missing: number[];
  blankMs: number;
}

/** What one video has presented so far. */
export interface FrameCount {
  id: number;
  presentedFrames: number;
  deliveredFrames: number;
  atMs: number;
}

/** The questions that can be put to `opusBench` in a page. */
export class Probe {
  readonly #page: PageDebugger;

  constructor(page: PageDebugger) {
    this.#page = page;
  }

  /** Presses a key and waits for frames of these channels. */
  async press(
    key: PageKey,
    channels: readonly number[],
    options: { stream?: 'main' | 'sub'; watchesFirstTile?: boolean } = {},
  ): Promise<Arrival> {
    const watchedPoint = options.watchesFirstTile
      ? ((await this.#page.evaluate('opusBench.firstTileCentre()')) as { x: number; y: number })
      : undefined;
    const { stream = 'sub' } = options;
    await this.#expect({ channels, stream, from: 'key', withinMs: WITHIN_MS, watchedPoint });
    await this.#page.press(key);
    return this.#arrival();
  }

  /** Waits for frames of these channels without doing anything. */
  async waitFor(channels: readonly number[]): Promise<Arrival> {
    await this.#expect({ channels, stream: 'sub', from: 'now', withinMs: WITHIN_MS });
    return this.#arrival();
  }

  async countFrames(): Promise<FrameCount[]> {
    return (await this.#page.evaluate('opusBench.countFrames()')) as FrameCount[];
  }

  /** Reads all pictures again and again for so long. */
  async readCodes(durationMs: number, pauseMs: number): Promise<SeenPicture[]> {
    const seen: SeenPicture[] = [];
    const endMs = performance.now() + durationMs;
    while (performance.now() < endMs) {
      seen.push(...((await this.#page.evaluate('opusBench.readCodes()')) as SeenPicture[]));
      // uneven, so that it does not fall into step with the frames
      await sleep(pauseMs * (0.5 + Math.random()));
    }
    return seen;
  }

  async #expect(expected: object): Promise<void> {
    await this.#page.evaluate(`opusBench.expectFrames(${JSON.stringify(expected)})`);
  }

  async #arrival(): Promise<Arrival> {
    return (await this.#page.evaluate('opusBench.arrival()')) as Arrival;
  }
}

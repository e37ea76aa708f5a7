import { setTimeout as sleep } from 'node:timers/promises';
import type { PageDebugger, PageKey } from '../devtools/page-debugger.ts';
import type { SeenPicture } from './frame-clock.ts';
import type { Arrival, Expected } from './page/first-frames.ts';
import type { FrameCount } from './page/frame-counts.ts';

/** After this a picture counts as never seen, and the time as this long. */
const WITHIN_MS = 20_000;

/** The questions that can be put to `opusBench` in a page. */
export class Probe {
  readonly #page: PageDebugger;

  constructor(page: PageDebugger) {
    this.#page = page;
  }

  /** Presses a key and waits for frames of these channels. */
  async press(
    key: PageKey,
    channels: number[],
    options: { stream?: 'main' | 'sub'; watchesFirstTile?: boolean } = {},
  ): Promise<Arrival> {
    const watched = options.watchesFirstTile ? { watchedPoint: await this.#firstTile() } : {};
    const { stream = 'sub' } = options;
    await this.#expect({ channels, stream, from: 'key', withinMs: WITHIN_MS, ...watched });
    await this.#page.press(key);
    return this.#arrival();
  }

  /** Waits for frames of these channels without doing anything. */
  async waitFor(channels: number[]): Promise<Arrival> {
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

  async #firstTile(): Promise<{ x: number; y: number }> {
    return (await this.#page.evaluate('opusBench.firstTileCentre()')) as { x: number; y: number };
  }

  async #expect(expected: Expected): Promise<void> {
    await this.#page.evaluate(`opusBench.expectFrames(${JSON.stringify(expected)})`);
  }

  async #arrival(): Promise<Arrival> {
    return (await this.#page.evaluate('opusBench.arrival()')) as Arrival;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSpentMs, cpuTimes, memoryMb, renderersAmong, treeOf } from '../process-usage.ts';
import { lagMs } from './frame-clock.ts';
import { shownPerSecond } from './frame-rate.ts';
import type { Samples } from './measures.ts';
import type { Plan } from './plan.ts';
import type { Arrival } from './page/first-frames.ts';
import { Probe } from './probe.ts';
import { percentile } from './statistics.ts';
import type { RunningSubject, Subject } from './subject.ts';

/** Tiles of a page, and so channels. */
export const PAGE_TILES = 16;
/** What the recorder sends to one page. */
export const SENT_PER_SECOND = PAGE_TILES * 15;

const LAG_P = 95;
const LAG_PAUSE_MS = 250;
const MS_PER_SECOND = 1_000;
/** Long enough for a page to come to rest, short enough for "a moment ago". */
const DWELL_MS = 1_000;
const SETTLE_MS = 3_000;
/** What was kept, or connected ahead for somebody who is there, has ended by then. */
const LEFT_ALONE_MS = 20_000;
const KEYFRAME_INTERVAL_MS = 4_000;

const FIRST_PAGE = Array.from({ length: PAGE_TILES }, (_, index) => index + 1);
const SECOND_PAGE = FIRST_PAGE.map((channel) => channel + PAGE_TILES);

/** What a round needs to know besides its subject. */
export interface RoundOptions {
  plan: Plan;
  recorderStartedAtEpochMs: number;
  /** Cuts pauses short. */
  stopping: AbortSignal;
  /** Told when a tile never showed a frame. */
  warn: (line: string) => void;
}

/** Starts a subject, measures everything once and ends it. */
export async function measureRound(subject: Subject, options: RoundOptions): Promise<Samples> {
  const running = await subject.start();
  try {
    return await new Round(running, options).measure();
  } finally {
    await running.stop();
  }
}

class Round {
  readonly #running: RunningSubject;
  readonly #options: RoundOptions;
  readonly #probe: Probe;

  constructor(running: RunningSubject, options: RoundOptions) {
    this.#running = running;
    this.#options = options;
    this.#probe = new Probe(running.page);
  }

  async measure(): Promise<Samples> {
    const live = this.#checked('start', await this.#probe.waitFor(FIRST_PAGE));
    await this.#pause(SETTLE_MS);
    const turns = await this.#measureTurns();
    const fullscreens = await this.#measureFullscreens();
    await this.#pause(LEFT_ALONE_MS);
    return {
      start: [live.lastAtEpochMs - this.#running.startedAtEpochMs],
      ...turns,
      ...fullscreens,
      ...(await this.#measureSteadyPage()),
      ...(await this.#measureLag()),
    };
  }

  /** Ends on the first page. */
  async #measureTurns(): Promise<Samples> {
    const cold = this.#checked('cold', await this.#probe.press('PageDown', SECOND_PAGE));
    const warmTurn: number[] = [];
    for (let turn = 0; turn < this.#options.plan.warmTurns; turn += 1) {
      await this.#pause(DWELL_MS);
      const [key, page] =
        turn % 2 === 0 ? (['PageUp', FIRST_PAGE] as const) : (['PageDown', SECOND_PAGE] as const);
      const warm = this.#checked('warm', await this.#probe.press(key, page));
      warmTurn.push(warm.lastAfterMs);
    }
    return { coldTurn: [cold.lastAfterMs], warmTurn };
  }

  async #measureFullscreens(): Promise<Samples> {
    const fullscreen: number[] = [];
    const fullscreenBlank: number[] = [];
    for (let count = 0; count < this.#options.plan.fullscreens; count += 1) {
      // at any moment of the interval: the last turn has left off at a keyframe, and who waits for one could be lucky each time
      await this.#pause(DWELL_MS + Math.random() * KEYFRAME_INTERVAL_MS);
      const how = { stream: 'main', watchesFirstTile: true } as const;
      const arrival = this.#checked('main', await this.#probe.press('Enter', [1], how));
      fullscreen.push(arrival.lastAfterMs);
      fullscreenBlank.push(arrival.blankMs);
      await this.#pause(DWELL_MS);
      this.#checked('back', await this.#probe.press('Escape', FIRST_PAGE));
    }
    return { fullscreen, fullscreenBlank };
  }

  async #measureSteadyPage(): Promise<Samples> {
    const { roots } = this.#running;
    const before = await this.#probe.countFrames();
    const cpuBefore = cpuTimes(treeOf(roots));
    const startedAtMs = performance.now();
    await this.#pause(this.#options.plan.steadyMs);
    const processes = treeOf(roots);
    const cpuMs = cpuSpentMs(cpuBefore, cpuTimes(processes));
    const elapsedMs = performance.now() - startedAtMs;
    const shown = shownPerSecond(before, await this.#probe.countFrames(), elapsedMs);
    return {
      framesShown: [(100 * shown) / SENT_PER_SECOND],
      cpuPerFrame: shown === 0 ? [] : [cpuMs / ((shown * elapsedMs) / MS_PER_SECOND)],
      rendererMemory: [memoryMb(renderersAmong(processes))],
    };
  }

  async #measureLag(): Promise<Samples> {
    const { plan, recorderStartedAtEpochMs } = this.#options;
    const seen = await this.#probe.readCodes(plan.lagMs, LAG_PAUSE_MS);
    const lags = seen.map((picture) => lagMs(picture, recorderStartedAtEpochMs));
    return lags.length === 0 ? {} : { lag: [percentile(lags, LAG_P)] };
  }

  #checked(what: string, arrival: Arrival): Arrival {
    const { missing } = arrival;
    if (missing.length > 0) this.#options.warn(`${what}: no frame of ${missing.join(', ')}`);
    return arrival;
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#options.stopping });
  }
}

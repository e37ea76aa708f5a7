import { setTimeout as sleep } from 'node:timers/promises';
import type { DebuggableApp } from '../devtools/debuggable-app.ts';
import type { PageKey } from '../devtools/page-debugger.ts';
import { type RecorderProcess, startRecorder } from '../recorder-process.ts';
import type { StationApp } from '../station/station-app.ts';

/** Between two keys: long enough for pictures to come, short enough for some to be cut off. */
const KEY_PAUSE_MS = 1_500;
const OUTAGE_MS = 3_000;
/** Streams that were left may be kept for a while. */
const REST_MS = 3_000;

/** Two whole tours of two pages, and a look at a camera on each. It ends on the page it began with. */
const TOUR: readonly PageKey[] = [
  ...['PageDown', 'PageUp', 'PageDown', 'Enter', 'PageDown', 'Escape'],
  ...['PageUp', 'PageDown', 'PageUp', 'Enter', 'Escape'],
] as PageKey[];

/** Two pages of the largest wall. */
export const CHANNELS = 32;

/** The recorder of the soak, new or as it was before it was stopped. */
export function startSoakRecorder(
  stopping: AbortSignal,
  like?: RecorderProcess,
): Promise<RecorderProcess> {
  const options = { channels: CHANNELS, user: 'soak', name: 'Soak', clips: 'time-code' };
  return startRecorder(like ? { ...options, like } : options, stopping);
}

interface DayOptions {
  station: StationApp;
  app: DebuggableApp;
  recorder: RecorderProcess;
  stopping: AbortSignal;
}

/** What a guard and a recorder do all day, at many times the speed. */
export class Day {
  readonly #options: DayOptions;
  #recorder: RecorderProcess;

  constructor(options: DayOptions) {
    this.#options = options;
    this.#recorder = options.recorder;
  }

  /** Turns pages and opens cameras; every picture must be live afterwards. */
  async tour(): Promise<void> {
    for (const key of TOUR) {
      await this.#options.app.page.press(key);
      await this.#pause(KEY_PAUSE_MS);
    }
    await this.#rest();
  }

  /** The recorder is switched off and on again; every picture must come back by itself. */
  async outage(): Promise<void> {
    await this.#recorder.stop();
    await this.#pause(OUTAGE_MS);
    this.#recorder = await startSoakRecorder(this.#options.stopping, this.#recorder);
    await this.#rest();
  }

  /** Ends the recorder that runs now. */
  async stop(): Promise<void> {
    await this.#recorder.stop();
  }

  async #rest(): Promise<void> {
    await this.#options.station.untilLive(this.#options.app);
    await this.#pause(REST_MS);
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#options.stopping });
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import type { EventRules } from '@contract/models/events/event-rules.ts';
import type { Service } from '../lifecycle/service.ts';
import type { Logger } from '../logging/logger.ts';
import type { Journal } from './journal/journal.ts';
import type { PictureFolder } from './pictures/picture-folder.ts';

const EVERY_MS = 60_000;
/** Between two pieces everything else has its turn. */
const PAUSE_MS = 100;
/** Some milliseconds of work. */
const ROWS_A_PIECE = 100;
const PICTURES_A_PIECE = 20;
const DAY_MS = 24 * 60 * 60_000;

/** What it works with. */
export interface RetentionOptions {
  journal: Pick<Journal, 'prune' | 'firstId'>;
  pictures: Pick<PictureFolder, 'prune'>;
  rules: () => EventRules;
  log: Logger;
  everyMs?: number;
}

/** Deletes what is too old or too much, the oldest first, in pieces that block nothing. */
export class Retention implements Service {
  readonly #options: RetentionOptions;
  #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #run: Promise<void> | null = null;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    this.#stopping = new AbortController();
    this.#timer ??= setInterval(() => this.#begin(), this.#options.everyMs ?? EVERY_MS);
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#stopping.abort();
    await this.#run;
  }

  #begin(): void {
    this.#run ??= this.#prune()
      .catch((error: unknown) => {
        if (this.#stopping.signal.aborted) return;
        this.#options.log.error('old events could not be deleted', { error });
      })
      .finally(() => (this.#run = null));
  }

  async #prune(): Promise<void> {
    const { signal } = this.#stopping;
    while (await this.#piece()) await delay(PAUSE_MS, undefined, { signal });
  }

  /** True: there is more. */
  async #piece(): Promise<boolean> {
    const { journal, pictures, rules } = this.#options;
    const { days, megabytes, pictureMegabytes } = rules().retention;
    const beforeMs = Date.now() - days * DAY_MS;
    const isMore = journal.prune({ beforeMs, megabytes, most: ROWS_A_PIECE });
    const kept = {
      megabytes: pictureMegabytes,
      firstId: journal.firstId(),
      most: PICTURES_A_PIECE,
    };
    return (await pictures.prune(kept)) || isMore;
  }
}

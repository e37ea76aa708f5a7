import type { IsapiError } from '../../isapi/isapi-error.ts';
import type { Service } from '../../lifecycle/service.ts';
import type { Logger } from '../../logging/logger.ts';
import type { Recorder } from '../../recorders/recorder.ts';
import { faultOf } from '../../recorders/web/fault-of.ts';
import { CAMERAS, INPUTS } from './camera-questions.ts';
import { DEVICE, DISKS, LOAD, TIME } from './device-questions.ts';
import type { HealthTimes } from './health-times.ts';
import { QuestionTurn } from './question-turn.ts';
import type { AskedAbout, Question } from './question.ts';
import { RECORDINGS } from './recordings-question.ts';
import { nothingTold, type ToldHealth } from './told-health.ts';

/** In the order in which a recorder is asked at first. */
const QUESTIONS: readonly Question[] = [CAMERAS, INPUTS, TIME, DEVICE, RECORDINGS, DISKS, LOAD];
const MOST_PATIENCE = 4;

/** What a watch works with. */
export interface HealthWatchOptions {
  recorder: Pick<Recorder, 'nvr' | 'login' | 'ask'>;
  about: () => AskedAbout;
  times: HealthTimes;
  /** Something was told; what it returns is awaited before the next question. */
  onTold: (told: ToldHealth, question: Question) => Promise<void> | void;
  log: Logger;
}

/**
 * Asks one Hikvision-compatible recorder how it is, one question at a time and with a pause after each, while its login is accepted: nothing is sent to one that refused
 * it. What it does not know or may not tell is asked rarely, and one that does not answer ever more slowly.
 */
export class HealthWatch implements Service {
  readonly told: ToldHealth = nothingTold();
  readonly #options: HealthWatchOptions;
  readonly #turn: QuestionTurn;
  #timer: NodeJS.Timeout | undefined;
  #stopping = new AbortController();
  #asking: Promise<void> | null = null;
  #isRunning = false;
  /** Unanswered questions in a row. */
  #silences = 0;
  /** performance.now() */
  #lastAskedMs = -Infinity;

  constructor(options: HealthWatchOptions) {
    this.#options = options;
    this.#turn = new QuestionTurn(QUESTIONS, options.times);
  }

  start(): Promise<void> {
    this.#isRunning = true;
    this.#stopping = new AbortController();
    this.wake();
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stopping.abort();
    await this.#asking;
  }

  /** Its login may have been accepted: it is asked soon, if its last answer is old enough. */
  wake(): void {
    if (!this.#isRunning || this.#asking !== null) return;
    const { gapMs, spreadMs } = this.#options.times;
    const pauseMs = gapMs * 2 ** Math.min(this.#silences, MOST_PATIENCE);
    const leftMs = Math.max(0, this.#lastAskedMs + pauseMs - performance.now());
    this.#schedule(leftMs + Math.random() * spreadMs);
  }

  #schedule(pauseMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#step(), pauseMs);
  }

  async #step(): Promise<void> {
    const { log, recorder, times } = this.#options;
    const { id } = recorder.nvr;
    const beforeMs = this.#lastAskedMs;
    this.#asking = this.#ask()
      .catch((error: unknown) => log.error('a recorder’s health failed', { nvr: id, error }))
      .finally(() => (this.#asking = null));
    await this.#asking;
    if (!this.#isRunning) return;
    if (this.#lastAskedMs === beforeMs) this.#schedule(times.gapMs);
    else this.wake();
  }

  async #ask(): Promise<void> {
    const { recorder, about } = this.#options;
    const { layout, username } = recorder.nvr;
    const isAsked = layout.kind === 'hikvision' && username !== '' && recorder.login.isAccepted;
    if (!isAsked) return;
    const next = this.#turn.next(this.told, about());
    if (next === null) return;
    this.#lastAskedMs = performance.now();
    const askedAtMs = Date.now();
    const answer = await recorder.ask({ ...next.call, signal: this.#stopping.signal });
    if (answer === null || this.#stopping.signal.aborted) return;
    const answeredAtMs = askedAtMs + (performance.now() - this.#lastAskedMs);
    const { question } = next;
    const error = answer.ok
      ? question.takeIn({ text: answer.value.text, askedAtMs, answeredAtMs }, this.told, about())
      : answer.error;
    await this.#note(question, error);
  }

  async #note(question: Question, error: IsapiError | null): Promise<void> {
    const { told } = this;
    const fault = error === null ? null : faultOf(error);
    this.#turn.note(question, fault);
    this.#silences = fault === 'unreachable' ? this.#silences + 1 : 0;
    if (fault === null) told.toldAtMs = Date.now();
    else if (fault !== 'not-supported') {
      told.lastError = { question: question.name, fault, atMs: Date.now() };
    }
    await this.#options.onTold(told, question);
  }
}

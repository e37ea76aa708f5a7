import type { Service } from '../../lifecycle/service.ts';
import type { FromReader, ReaderAnswers, ReaderChild, ReaderQuestion } from './reader-messages.ts';

const LIMIT_MS = 10_000;
/** A list of backups is many questions; between two forms a process would only hold memory. */
const IDLE_MS = 5_000;

/** The reader was too slow, or ended over what it read. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}

/** What the reader works with. */
export interface FileReaderOptions {
  launch: () => ReaderChild;
  /** For each question. */
  limitMs?: number;
  /** After the last answer. */
  idleMs?: number;
}

/**
 * Reads files that anybody may have made in a process of its own, which is ended when it takes too long. A thread would not do: a
 * database can be made that keeps SQLite inside one call for ever, where a thread cannot be ended, and neither can the app around it.
 */
export class FileReader implements Service {
  readonly #launch: () => ReaderChild;
  readonly #limitMs: number;
  readonly #idleMs: number;
  #child: ReaderChild | null = null;
  #answered: ((answer: FromReader) => void) | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #idleTimer: NodeJS.Timeout | undefined;

  constructor({ launch, limitMs = LIMIT_MS, idleMs = IDLE_MS }: FileReaderOptions) {
    this.#launch = launch;
    this.#limitMs = limitMs;
    this.#idleMs = idleMs;
  }

  /** The process begins with the first question. */
  start(): Promise<void> {
    return Promise.resolve();
  }

  /** Ends the process; what was being asked is refused. */
  stop(): Promise<void> {
    this.#end('the app ends');
    return Promise.resolve();
  }

  /** Asks one question at a time. Throws an UnreadableFileError when there is no answer in time, and for what the reader throws. */
  read<K extends keyof ReaderAnswers>(
    kind: K,
    question: ReaderAnswers[K]['question'],
  ): Promise<ReaderAnswers[K]['answer']> {
    const turn = this.#turn.then(() => this.#ask({ kind, question } as ReaderQuestion));
    this.#turn = turn.catch(() => undefined);
    return turn as Promise<ReaderAnswers[K]['answer']>;
  }

  async #ask(question: ReaderQuestion): Promise<unknown> {
    clearTimeout(this.#idleTimer);
    const answer = await this.#answerTo(question);
    this.#idleTimer = setTimeout(() => this.#letGo(), this.#idleMs).unref();
    if (answer.ok) return answer.answer;
    throw new UnreadableFileError(answer.reason);
  }

  async #answerTo(question: ReaderQuestion): Promise<FromReader> {
    const limit = setTimeout(() => this.#end('the file took too long to read'), this.#limitMs);
    const answer = new Promise<FromReader>((resolve) => (this.#answered = resolve));
    this.#child ??= this.#begin();
    this.#child.post(question);
    return answer.finally(() => clearTimeout(limit));
  }

  #begin(): ReaderChild {
    const child = this.#launch();
    child.onMessage((answer) => {
      if (child === this.#child) this.#answered?.(answer);
    });
    child.onExit((reason) => {
      if (child === this.#child) this.#end(reason);
    });
    return child;
  }

  /** A process that is killed would stand in the log as one that failed. */
  #letGo(): void {
    this.#child?.post({ kind: 'end' });
    this.#child = null;
  }

  #end(reason: string): void {
    clearTimeout(this.#idleTimer);
    this.#child?.kill();
    this.#child = null;
    this.#answered?.({ ok: false, reason: `The file could not be read: ${reason}` });
  }
}

import type { HealthFault } from '@contract/models/health.ts';
import type { HttpCall } from '../../isapi/http/http-call.ts';
import type { HealthTimes } from './health-times.ts';
import type { AskedAbout, Question } from './question.ts';
import type { ToldHealth } from './told-health.ts';

/** When a question was asked last (performance.now()), and what came of it. */
interface Asked {
  readonly atMs: number;
  readonly fault: HealthFault | null;
}

/** What is to be asked next. */
export interface NextQuestion {
  readonly question: Question;
  readonly call: HttpCall;
}

/** Whose turn it is: of all that are due, the question that has waited longest by its own measure. */
export class QuestionTurn {
  readonly #questions: readonly Question[];
  readonly #times: HealthTimes;
  readonly #asked = new Map<Question, Asked>();

  constructor(questions: readonly Question[], times: HealthTimes) {
    this.#questions = questions;
    this.#times = times;
  }

  /** Null: nothing is due. What was never asked goes first, in its order. */
  next(told: ToldHealth, about: AskedAbout): NextQuestion | null {
    const nowMs = performance.now();
    const due = this.#questions
      .map((question) => ({ question, waited: this.#waited(question, nowMs) }))
      .filter(({ waited }) => waited >= 1)
      .sort((one, other) => (one.waited === other.waited ? 0 : other.waited - one.waited));
    for (const { question } of due) {
      const call = question.call(told, about);
      if (call !== null) return { question, call };
    }
    return null;
  }

  note(question: Question, fault: HealthFault | null): void {
    this.#asked.set(question, { atMs: performance.now(), fault });
  }

  /** In units of how often it is asked. */
  #waited(question: Question, nowMs: number): number {
    const asked = this.#asked.get(question);
    if (asked === undefined) return Infinity;
    const { refusedMs } = this.#times;
    const isRefused = asked.fault === 'not-supported' || asked.fault === 'no-permission';
    return (nowMs - asked.atMs) / (isRefused ? refusedMs : question.everyMs(this.#times));
  }
}

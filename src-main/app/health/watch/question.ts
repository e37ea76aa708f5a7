import type { HealthQuestion } from '@contract/models/health.ts';
import type { HttpCall } from '../../isapi/http/http-call.ts';
import type { IsapiError } from '../../isapi/isapi-error.ts';
import type { HealthTimes } from './health-times.ts';
import type { ToldHealth } from './told-health.ts';

/** What a question has to know of the recorder beside what it told. */
export interface AskedAbout {
  /** Channels before its IP cameras; null: not known. */
  readonly analogInputs: number | null;
  /** Its cameras that are in use, by channel. */
  readonly channels: readonly number[];
  /** How far this computer's wall clock is ahead of UTC, in minutes. */
  readonly ownMinutes: number;
}

/** An answer, and when: Unix time in ms by the clock of when it was asked. */
export interface Answer {
  readonly text: string;
  readonly askedAtMs: number;
  readonly answeredAtMs: number;
}

/** One thing that a recorder is asked now and then. */
export interface Question {
  readonly name: HealthQuestion;
  everyMs(times: HealthTimes): number;
  /** Null: it makes no sense now. */
  call(told: ToldHealth, about: AskedAbout): HttpCall | null;
  /** Takes the answer in; gives back why it is none. */
  takeIn(answer: Answer, told: ToldHealth, about: AskedAbout): IsapiError | null;
}

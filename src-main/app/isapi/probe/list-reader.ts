import type { ProbedList } from '@contract/models/probe.ts';
import type { Listed } from './combine-channels.ts';
import type { BodyParser } from '../http/http-call.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { IsapiError } from '../isapi-error.ts';

/** Seven lists by two calls at a time, 5 s an answer, and one list that never comes. */
const ALL_LISTS_MS = 40_000;
/** A device of which two questions heard nothing, and no question heard anything, is not going to answer. */
const SILENT_CALLS = 2;
const FINAL = new Set<IsapiError['kind']>(['locked', 'tls', 'cancelled', 'hostile', 'too-large']);

/** What became of one question. */
export type ListAnswer<T> = { state: 'read'; value: T } | { state: 'absent' | 'unread' };

/**
 * Puts all questions of one look at once and lets each fail by itself: what a list would have told is unknown then. Only what makes
 * every further question useless or dangerous ends the look.
 */
export class ListReader {
  readonly #client: HttpClient;
  readonly #leaving: AbortSignal;
  readonly #signal: AbortSignal;
  readonly #failures = new Map<ProbedList, IsapiError>();
  readonly #givingUp = new AbortController();
  #end: IsapiError | null = null;
  #hasAnswered: boolean;

  constructor(client: HttpClient, leaving: AbortSignal, hasAnswered: boolean) {
    this.#client = client;
    this.#leaving = leaving;
    this.#hasAnswered = hasAnswered;
    const late = AbortSignal.timeout(ALL_LISTS_MS);
    this.#signal = AbortSignal.any([leaving, late, this.#givingUp.signal]);
  }

  /** Why the look ends, or null while it may go on. */
  get end(): IsapiError | null {
    return this.#end;
  }

  /** The lists that the device may have and that could not be read. */
  get unread(): ProbedList[] {
    return [...this.#failures.keys()];
  }

  /** Asks for one list. */
  async ask<T>(list: ProbedList, path: string, parse: BodyParser<T>): Promise<ListAnswer<T>> {
    const answer = await this.#client.get(path, parse, this.#signal);
    if (answer.ok) {
      this.#hasAnswered = true;
      return { state: 'read', value: answer.value };
    }
    const { error } = answer;
    if (error.kind === 'not-supported') {
      this.#hasAnswered = true;
      return { state: 'absent' };
    }
    // What was cut short by another list's end says nothing itself.
    if (!this.#givingUp.signal.aborted) this.#note(list, error);
    return { state: 'unread' };
  }

  /** The reason for the first of these lists that could not be read; null where the device has none of them. */
  reasonOf(lists: readonly ProbedList[]): IsapiError | null {
    return lists.map((list) => this.#failures.get(list)).find((each) => each !== undefined) ?? null;
  }

  #note(list: ProbedList, error: IsapiError): void {
    this.#failures.set(list, error);
    if (error.kind !== 'timeout' && error.kind !== 'unreachable') this.#hasAnswered = true;
    const isSilent = !this.#hasAnswered && this.#failures.size >= SILENT_CALLS;
    if (!this.#leaving.aborted && !isSilent && !isFinal(error)) return;
    this.#end ??= error;
    this.#givingUp.abort();
  }
}

/** The items of a list. */
export function itemsOf<T>(answer: ListAnswer<readonly T[]>): Listed<T> {
  return answer.state === 'read' ? answer.value : answer.state;
}

/** True for what is not about one list: the login, the certificate, the account, or a device that is out for harm. */
export function isFinal(error: IsapiError): boolean {
  if (error.kind === 'auth') return !['no-permission', 'forbidden'].includes(error.reason);
  return FINAL.has(error.kind);
}

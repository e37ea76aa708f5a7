import type { Nvr } from '@contract/models/nvr.ts';
import type { LoginVerdict } from './verify-login.ts';

/** A page of sixteen tiles begins to dial within half a second: one check is enough for all of them. */
const FRESH_MS = 1_000;

/** Asks a recorder once whether it takes a password. */
export type VerifyLogin = (
  nvr: Nvr,
  password: string,
  signal: AbortSignal,
) => Promise<LoginVerdict>;

/** The same, of one door that may not tell: null. */
type AskLogin = (...args: Parameters<VerifyLogin>) => Promise<LoginVerdict | null>;

interface RunningCheck {
  /** performance.now() */
  startedAtMs: number;
  abort: AbortController;
  verdict: Promise<LoginVerdict | null>;
  /** Streams that broke off wait for it. */
  isForBroken: boolean;
}

/** What a recorder's last check taught. */
interface CheckAnswer {
  state: LoginVerdict['state'];
  /** performance.now() */
  atMs: number;
  isForBroken: boolean;
}

/** Runs login checks, one at a time for each recorder, and remembers their answers for a moment. */
export class LoginChecks {
  readonly #verify: VerifyLogin;
  readonly #running = new Map<number, RunningCheck>();
  readonly #answers = new Map<number, CheckAnswer>();
  #isStopped = false;

  constructor(verify: VerifyLogin) {
    this.#verify = verify;
  }

  start(): void {
    this.#isStopped = false;
  }

  /** Ends running checks; what they would have learnt does not count. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const running = [...this.#running.values()];
    for (const { abort } of running) abort.abort();
    await Promise.allSettled(running.map((check) => check.verdict));
  }

  /**
   * Checks, or joins the check that runs, whatever that one asks: two beside each other are two failed logins. Resolves with null when it
   * learnt nothing, or when what it asked about was forgotten meanwhile.
   * @param ask the usual check unless given
   */
  run(nvr: Nvr, password: string, ask: AskLogin = this.#verify): Promise<LoginVerdict | null> {
    const running = this.#running.get(nvr.id);
    if (running) return running.verdict;
    // One signal for each: AbortSignal.any() leaves a reference at a signal that lives as long as the app, for each check (Node 20).
    const abort = new AbortController();
    if (this.#isStopped) abort.abort();
    const { signal } = abort;
    const verdict = ask(nvr, password, signal)
      .then((learnt) => {
        if (signal.aborted || learnt === null) return null;
        const { isForBroken } = check;
        this.#answers.set(nvr.id, { state: learnt.state, atMs: performance.now(), isForBroken });
        return learnt;
      })
      .finally(() => {
        if (this.#running.get(nvr.id)?.abort === abort) this.#running.delete(nvr.id);
      });
    const check = { startedAtMs: performance.now(), abort, verdict, isForBroken: false };
    this.#running.set(nvr.id, check);
    return verdict;
  }

  /** Streams that broke off wait for the check that runs. Gives back when it began; null: none runs. */
  joinAsBroken(nvrId: number): void {
    const running = this.#running.get(nvrId);
    if (running) running.isForBroken = true;
  }

  /** When the check began that runs now (performance.now()), or null. */
  startedAtMs(nvrId: number): number | null {
    return this.#running.get(nvrId)?.startedAtMs ?? null;
  }

  /** Resolves when no check of this recorder is under way. */
  async settled(nvrId: number): Promise<void> {
    await this.#running.get(nvrId)?.verdict;
  }

  /** True when the recorder let us in a moment ago. */
  isFreshlyAccepted(nvrId: number): boolean {
    return this.#fresh(nvrId)?.state === 'accepted';
  }

  /**
   * Whether the last answer counts for a stream. One that broke off may have done so because the password was changed a moment ago,
   * after a stream of another page, or of a camera that is off, was found welcome: only what broken ones asked counts for it, once.
   */
  covers(nvrId: number, brokenSinceMs: number | null): boolean {
    const answer = this.#fresh(nvrId);
    if (answer === null || brokenSinceMs === null) return answer !== null;
    return answer.isForBroken && brokenSinceMs < answer.atMs;
  }

  forget(nvrId: number): void {
    this.#running.get(nvrId)?.abort.abort();
    this.#running.delete(nvrId);
    this.#answers.delete(nvrId);
  }

  #fresh(nvrId: number): CheckAnswer | null {
    const answer = this.#answers.get(nvrId);
    return answer && performance.now() - answer.atMs <= FRESH_MS ? answer : null;
  }
}

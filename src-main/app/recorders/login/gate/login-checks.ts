import type { LoginVerdict } from '../device/login-verdict.ts';

/** A page of sixteen tiles begins to dial within half a second: one check is enough for all of them. */
const FRESH_MS = 1_000;

/** Asks the recorder once whether it takes a password; null: whoever was asked did not tell. */
export type AskLogin = (password: string, signal: AbortSignal) => Promise<LoginVerdict | null>;

interface RunningCheck {
  /** performance.now() */
  startedAtMs: number;
  abort: AbortController;
  verdict: Promise<LoginVerdict | null>;
  /** Streams that broke off wait for it. */
  isForBroken: boolean;
}

/** What the last check taught. */
interface CheckAnswer {
  state: LoginVerdict['state'];
  /** performance.now() */
  atMs: number;
  isForBroken: boolean;
}

/** Runs a recorder's login checks, one at a time, and remembers the last answer for a moment. */
export class LoginChecks {
  #running: RunningCheck | null = null;
  #answer: CheckAnswer | null = null;
  #isStopped = false;

  start(): void {
    this.#isStopped = false;
  }

  /** Ends a running check; what it would have learnt does not count. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#running?.abort.abort();
    await this.#running?.verdict.catch(() => null);
  }

  /**
   * Checks, or joins the check that runs, whatever that one asks: two beside each other are two failed logins. Resolves with null when it
   * learnt nothing, or when what it asked about was forgotten meanwhile.
   */
  run(password: string, ask: AskLogin): Promise<LoginVerdict | null> {
    if (this.#running !== null) return this.#running.verdict;
    // One signal for each: AbortSignal.any() leaves a reference at a signal that lives as long as the app, for each check (Node 20).
    const abort = new AbortController();
    if (this.#isStopped) abort.abort();
    const { signal } = abort;
    const verdict = ask(password, signal)
      .then((learnt) => {
        if (signal.aborted || learnt === null) return null;
        const { isForBroken } = check;
        this.#answer = { state: learnt.state, atMs: performance.now(), isForBroken };
        return learnt;
      })
      .finally(() => {
        if (this.#running === check) this.#running = null;
      });
    const check = { startedAtMs: performance.now(), abort, verdict, isForBroken: false };
    this.#running = check;
    return verdict;
  }

  /** Streams that broke off wait for the check that runs, if there is one. */
  joinAsBroken(): void {
    if (this.#running !== null) this.#running.isForBroken = true;
  }

  /** When the check began that runs now (performance.now()), or null. */
  get startedAtMs(): number | null {
    return this.#running?.startedAtMs ?? null;
  }

  /** Resolves when no check is under way. */
  async settled(): Promise<void> {
    await this.#running?.verdict;
  }

  /** True when the recorder let us in a moment ago. */
  get isFreshlyAccepted(): boolean {
    return this.#fresh()?.state === 'accepted';
  }

  /**
   * Whether the last answer counts for a stream. One that broke off may have done so because the password was changed a moment ago,
   * after a stream of another page, or of a camera that is off, was found welcome: only what broken ones asked counts for it, once.
   */
  covers(brokenSinceMs: number | null): boolean {
    const answer = this.#fresh();
    if (answer === null || brokenSinceMs === null) return answer !== null;
    return answer.isForBroken && brokenSinceMs < answer.atMs;
  }

  forget(): void {
    this.#running?.abort.abort();
    this.#running = null;
    this.#answer = null;
  }

  #fresh(): CheckAnswer | null {
    const answer = this.#answer;
    return answer !== null && performance.now() - answer.atMs <= FRESH_MS ? answer : null;
  }
}

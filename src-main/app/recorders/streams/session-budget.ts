/** A page that is turned leaves as many sessions as it opens, and they end a moment later; go2rtc waits so long for an answer. */
const PATIENCE_MS = 5_000;

/** One session of a recorder, until it is over; ending it twice ends it once. */
export interface BudgetedSession {
  end: () => void;
}

/** How many sessions a recorder may be asked for at once, whoever wants them: pictures, sound and recordings of all windows count. */
export class SessionBudget {
  readonly #limit: number;
  readonly #sessions = new Set<BudgetedSession>();
  readonly #waiting = new Set<(session: BudgetedSession) => void>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get used(): number {
    return this.#sessions.size;
  }

  /**
   * Null: all are used, and none has ended for a while.
   * @param signal ends the wait: nobody wants the session any more
   */
  async take(signal?: AbortSignal): Promise<BudgetedSession | null> {
    if (signal?.aborted === true) return null;
    if (this.#sessions.size < this.#limit) return this.#begin();
    return new Promise((resolve) => {
      const end = (session: BudgetedSession | null): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        this.#waiting.delete(end);
        resolve(session);
      };
      const giveUp = (): void => end(null);
      const timer = setTimeout(giveUp, PATIENCE_MS);
      signal?.addEventListener('abort', giveUp);
      this.#waiting.add(end);
    });
  }

  #begin(): BudgetedSession {
    const session = { end: () => this.#end(session) };
    this.#sessions.add(session);
    return session;
  }

  #end(session: BudgetedSession): void {
    if (!this.#sessions.delete(session)) return;
    const [next] = this.#waiting;
    next?.(this.#begin());
  }
}

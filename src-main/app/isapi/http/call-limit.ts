import { setMaxListeners } from 'node:events';

/** Lets a few callers through at once and makes the others wait in order; recorders refuse more than about two calls at a time. */
export class CallLimit {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(parallel: number) {
    this.#free = parallel;
  }

  /**
   * Runs `task` when it is its turn. Throws the signal's reason if that comes first; then `task` never ran.
   * @param isUrgent before all that wait
   */
  async run<T>(signal: AbortSignal, task: () => Promise<T>, isUrgent = false): Promise<T> {
    await this.#turn(signal, isUrgent);
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  async #turn(signal: AbortSignal, isUrgent: boolean): Promise<void> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(signal.reason as Error);
      };
      // A probe's lists all wait at once; Node would take ten of them for a leak.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', leave, { once: true });
      if (isUrgent) this.#waiting.unshift(go);
      else this.#waiting.push(go);
    });
  }
}

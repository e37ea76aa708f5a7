/** A page that crashes faster than this is not reloaded again at once. */
const MIN_INTERVAL_MS = 5_000;
/** So many crashes within so long are a loop: a person should know the reason. */
const LOOP_CRASHES = 4;
const LOOP_WITHIN_MS = 2 * 60_000;

/** What to do about a page that crashed. */
export type ReloadDecision = { kind: 'reload'; afterMs: number } | { kind: 'ask' };

/** Nobody sits at the desk at night, so a dead page comes back by itself; one that dies again and again is asked about. */
export class ReloadPolicy {
  #crashes: number[] = [];

  /** @param nowMs of a monotonic clock */
  decide(nowMs: number): ReloadDecision {
    const recent = this.#crashes.filter((atMs) => nowMs - atMs < LOOP_WITHIN_MS);
    const last = recent.at(-1);
    this.#crashes = [...recent, nowMs];
    if (this.#crashes.length >= LOOP_CRASHES) {
      this.#crashes = [];
      return { kind: 'ask' };
    }
    return {
      kind: 'reload',
      afterMs: last === undefined ? 0 : Math.max(0, last + MIN_INTERVAL_MS - nowMs),
    };
  }
}

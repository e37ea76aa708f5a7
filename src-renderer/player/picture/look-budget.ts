/** Of the time of a page, for all its tiles: pictures are to be drawn as well. */
const SHARE = 0.2;
const SECOND_MS = 1000;
/** Tiles ask at each tick (`ticker.ts`). */
const TICK_MS = 250;
/** How quickly a look that costs more than before is believed. */
const LEARNT_SHARE = 0.1;

/**
 * Shares out the time in which pixels are looked at among the tiles of a page. 64 of them want four looks a second each, which a computer
 * that has to fetch each picture from its graphics card cannot give: then each tile is looked at less often, all alike.
 */
export class LookBudget {
  #turn: Promise<unknown> = Promise.resolve();
  #costMs = 0;
  #secondMs = -Infinity;
  #looks = 0;
  /** In the last whole second. */
  #asked = 0;
  #askedNow = 0;

  /**
   * Whether a tile that was last looked at then may be looked at now. Asked by each tile that shows a new picture, at each tick.
   * @param nowMs of a monotonic clock
   */
  mayLook(nowMs: number, lookedAtMs: number): boolean {
    if (nowMs - this.#secondMs >= SECOND_MS) {
      this.#asked = this.#askedNow;
      this.#askedNow = 0;
      this.#secondMs = nowMs;
    }
    this.#askedNow += 1;
    const wantedMs = this.#asked * this.#costMs;
    const stretch = wantedMs / (SHARE * SECOND_MS);
    return stretch <= 1 || nowMs - lookedAtMs >= stretch * TICK_MS;
  }

  /** One look after the other: they share a buffer. */
  async spend<T>(look: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(() => this.#measured(look));
    this.#turn = turn.catch(() => undefined);
    return await turn;
  }

  async #measured<T>(look: () => Promise<T>): Promise<T> {
    const startedAtMs = performance.now();
    const seen = await look();
    const costMs = performance.now() - startedAtMs;
    this.#looks += 1;
    const share = Math.max(LEARNT_SHARE, 1 / this.#looks);
    this.#costMs += (costMs - this.#costMs) * share;
    return seen;
  }
}

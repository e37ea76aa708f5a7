const WINDOW_MS = 60_000;

/**
 * Counts how many conditions of a kind begin a minute, so that a detector that has gone wild makes one row that counts, not thousands. A storm lasts
 * until fewer come, the counted ones included.
 */
export class StormGuard {
  /** The last beginnings of each kind, the newest last. */
  readonly #recent = new Map<string, number[]>();

  /**
   * Notes that one begins. False: it is one too many.
   * @param nowMs monotonic
   */
  admit(kind: string, rowsPerMinute: number, nowMs: number): boolean {
    const recent = this.#recent.get(kind) ?? [];
    const first = recent.at(-rowsPerMinute);
    const isCalm = first === undefined || nowMs - first >= WINDOW_MS;
    this.#recent.set(kind, [...recent, nowMs].slice(-rowsPerMinute));
    return isCalm;
  }

  /** Kinds of which none has begun for a minute: their storms are over, and they are forgotten. */
  calmDown(nowMs: number): string[] {
    const calm = [...this.#recent]
      .filter(([, recent]) => nowMs - (recent.at(-1) ?? 0) >= WINDOW_MS)
      .map(([kind]) => kind);
    for (const kind of calm) this.#recent.delete(kind);
    return calm;
  }
}

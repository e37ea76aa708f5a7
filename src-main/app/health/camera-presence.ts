interface Seen {
  /** Unix time in ms, like the next; null: it is there. */
  lostSinceMs: number | null;
  /** Of a first look that says otherwise. */
  doubtSinceMs: number | null;
}

/**
 * Which cameras their recorder has lost. Two looks in a row have to say so, and two that it is back: one that comes and goes is one loss, not one a minute.
 * What an earlier run of the app left open needs one look only.
 */
export class CameraPresence {
  readonly #seen = new Map<number, Seen>();

  /**
   * A look at a channel.
   * @param openSinceMs since when the journal has it lost, from an earlier run; null: it has not
   */
  look(channel: number, isOnline: boolean, nowMs: number, openSinceMs: number | null): void {
    const seen = this.#seen.get(channel);
    if (seen === undefined) {
      const isKnown = !isOnline && openSinceMs !== null;
      const lostSinceMs = isKnown ? openSinceMs : null;
      this.#seen.set(channel, { lostSinceMs, doubtSinceMs: isOnline || isKnown ? null : nowMs });
      return;
    }
    const isAsBefore = isOnline === (seen.lostSinceMs === null);
    if (isAsBefore) seen.doubtSinceMs = null;
    else if (seen.doubtSinceMs === null) seen.doubtSinceMs = nowMs;
    else {
      seen.lostSinceMs = isOnline ? null : seen.doubtSinceMs;
      seen.doubtSinceMs = null;
    }
  }

  /** Unix time in ms; null: it is there, or was not looked at. */
  lostSinceMs(channel: number): number | null {
    return this.#seen.get(channel)?.lostSinceMs ?? null;
  }

  /** Only these are looked after. */
  forgetAllBut(channels: readonly number[]): void {
    for (const channel of this.#seen.keys()) {
      if (!channels.includes(channel)) this.#seen.delete(channel);
    }
  }
}

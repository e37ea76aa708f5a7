/**
 * Knows which streams this page plays or waits for, so that main is told what nobody here wants any more: go2rtc dials on when its viewer has
 * gone, and a recorder that takes seconds to answer would have all its sessions used by pages that were turned.
 */
export class OpenStreams {
  /** Whoever tells main; unset, nothing is told. */
  onLeft: ((streams: string[]) => void) | null = null;
  /** How many players want each. */
  readonly #wanted = new Map<string, number>();
  readonly #left = new Set<string>();

  /**
   * A player begins to open the stream, and will go on trying.
   * @returns to be called, once, when it is given up
   */
  begin(stream: string): () => void {
    this.#wanted.set(stream, (this.#wanted.get(stream) ?? 0) + 1);
    // It is wanted again before anybody was told.
    this.#left.delete(stream);
    return () => this.#end(stream);
  }

  #end(stream: string): void {
    const others = (this.#wanted.get(stream) ?? 0) - 1;
    if (others > 0) {
      this.#wanted.set(stream, others);
      return;
    }
    this.#wanted.delete(stream);
    // A page that is turned leaves all its streams at once, and may open some of them anew.
    if (this.#left.size === 0) queueMicrotask(() => this.#tell());
    this.#left.add(stream);
  }

  #tell(): void {
    const streams = [...this.#left];
    this.#left.clear();
    if (streams.length > 0) this.onLeft?.(streams);
  }
}

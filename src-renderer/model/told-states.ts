interface Identified {
  id: number;
}

/** What is told of single entries while all of them are being listed: it is newer than what the listing brings. */
export class ToldStates<T extends Identified> {
  readonly #told = new Map<number, T>();

  /** A listing begins: it brings all that was told before. */
  beginListing(): void {
    this.#told.clear();
  }

  note(state: T): void {
    this.#told.set(state.id, state);
  }

  /** There is no such entry any more; one of the same id would be another. */
  forget(id: number): void {
    this.#told.delete(id);
  }

  /** The entries as they are by what was told since the last listing began. */
  over<E extends T>(entries: readonly E[]): E[] {
    return entries.map((entry) => ({ ...entry, ...this.#told.get(entry.id) }));
  }
}

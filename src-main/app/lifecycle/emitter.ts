/** A typed list of listeners for one kind of event; node:events would leave names and payloads unchecked. */
export class Emitter<T> {
  readonly #listeners = new Set<(payload: T) => void>();

  /** Returns the function that ends the subscription. */
  on(listener: (payload: T) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** A listener that throws stops neither the others nor the emitter's owner; its error still reaches the process's last handler. */
  emit(payload: T): void {
    for (const listener of this.#listeners) {
      try {
        listener(payload);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}

const SMALL_BYTES = 64 * 1024;

/** Bytes that came and were not read yet, in one piece. Appending costs no copy of what waits, however small the pieces are. */
export class ByteQueue {
  #store = Buffer.allocUnsafe(SMALL_BYTES);
  #from = 0;
  #to = 0;

  /** What waits; good until the next call. */
  get bytes(): Buffer {
    return this.#store.subarray(this.#from, this.#to);
  }

  push(piece: Uint8Array): void {
    if (this.#to + piece.length > this.#store.length) this.#makeRoom(piece.length);
    this.#store.set(piece, this.#to);
    this.#to += piece.length;
  }

  /** A copy of the first bytes, which wait no more. */
  take(count: number): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, count));
    this.drop(count);
    return taken;
  }

  drop(count: number): void {
    this.#from = Math.min(this.#from + count, this.#to);
    if (this.#from < this.#to) return;
    this.#from = this.#to = 0;
    // One large picture must not hold its memory for the weeks that a stream lasts.
    if (this.#store.length > SMALL_BYTES) this.#store = Buffer.allocUnsafe(SMALL_BYTES);
  }

  #makeRoom(count: number): void {
    const waiting = this.bytes;
    const needed = waiting.length + count;
    const fits = needed <= this.#store.length / 2;
    const store = fits ? this.#store : Buffer.allocUnsafe(Math.max(SMALL_BYTES, needed * 2));
    waiting.copy(store);
    this.#store = store;
    this.#from = 0;
    this.#to = waiting.length;
  }
}

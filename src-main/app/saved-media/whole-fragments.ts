const HEADER_BYTES = 8;

/**
 * Follows the boxes of a growing fragmented MP4 (ISO/IEC 14496-12: 32-bit size, then four letters), so that a recording that
 * was cut anywhere can end after its last whole fragment: some players refuse a file with half a box.
 */
export class WholeFragments {
  readonly #header: number[] = [];
  #position = 0;
  #left = 0;
  #isMedia = false;
  #wholeBytes = 0;

  /** Where the last whole `mdat` box ends; 0 before the first. */
  get wholeBytes(): number {
    return this.#wholeBytes;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#left === 0) {
        this.#header.push(chunk[at] ?? 0);
        at += 1;
        this.#position += 1;
        if (this.#header.length === HEADER_BYTES) this.#beginBox();
        continue;
      }
      const step = Math.min(this.#left, chunk.length - at);
      at += step;
      this.#position += step;
      this.#left -= step;
      if (this.#left === 0 && this.#isMedia) this.#wholeBytes = this.#position;
    }
  }

  #beginBox(): void {
    const header = Buffer.from(this.#header.splice(0));
    const size = header.readUInt32BE(0);
    this.#isMedia = header.toString('latin1', 4) === 'mdat';
    // Sizes 0 and 1 mean "to the end" and "64 bits": go2rtc writes neither, and nothing after them would be understood.
    this.#left = size < HEADER_BYTES ? Infinity : size - HEADER_BYTES;
  }
}

/** Reads the bits of a NAL unit's payload, where encoders put a 3 behind two zero bytes (ITU-T H.264, 7.4.1). Copies nothing. */
export class BitReader {
  readonly #bytes: Uint8Array;
  readonly #endByte: number;
  #byte: number;
  #bit = 0;
  #zeros = 0;

  /** @param endByte nothing is read from there on */
  constructor(bytes: Uint8Array, fromByte: number, endByte: number) {
    this.#bytes = bytes;
    this.#byte = fromByte;
    this.#endByte = Math.min(endByte, bytes.length);
  }

  /** Throws behind the end, as every reader here does. */
  bits(count: number): number {
    let value = 0;
    for (let index = 0; index < count; index += 1) value = value * 2 + this.#next();
    return value;
  }

  flag(): boolean {
    return this.#next() === 1;
  }

  /** An unsigned Exp-Golomb code (ITU-T H.264, 9.1). */
  unsigned(): number {
    let zeros = 0;
    while (this.#next() === 0) zeros += 1;
    if (zeros > 32) throw new RangeError('no code is that long');
    return 2 ** zeros - 1 + this.bits(zeros);
  }

  /** A signed Exp-Golomb code. */
  signed(): number {
    const code = this.unsigned();
    return code % 2 === 1 ? (code + 1) / 2 : -code / 2;
  }

  #next(): number {
    if (this.#bit === 0 && this.#zeros >= 2 && this.#bytes[this.#byte] === 3) {
      this.#byte += 1;
      this.#zeros = 0;
    }
    const byte = this.#byte < this.#endByte ? this.#bytes[this.#byte] : undefined;
    if (byte === undefined) throw new RangeError('the NAL unit ends here');
    const bit = (byte >> (7 - this.#bit)) & 1;
    this.#bit += 1;
    if (this.#bit === 8) {
      this.#bit = 0;
      this.#byte += 1;
      this.#zeros = byte === 0 ? this.#zeros + 1 : 0;
    }
    return bit;
  }
}

/** Reads the bits of a NAL unit's payload, where encoders put a 3 behind two zero bytes (ITU-T H.264, 7.4.1). */
export class BitReader {
  readonly #bytes: readonly number[];
  #at = 0;

  /** @param limitBytes how much of the NAL unit is looked at */
  constructor(nal: Uint8Array, fromByte: number, limitBytes: number) {
    const raw = nal.subarray(fromByte, fromByte + limitBytes);
    this.#bytes = [...raw].filter(
      (byte, index) => !(byte === 3 && raw[index - 1] === 0 && raw[index - 2] === 0),
    );
  }

  /** Throws behind the end, as every reader here does. */
  bits(count: number): number {
    let value = 0;
    for (let index = 0; index < count; index += 1) value = value * 2 + this.#bit();
    return value;
  }

  flag(): boolean {
    return this.#bit() === 1;
  }

  /** An unsigned Exp-Golomb code (ITU-T H.264, 9.1). */
  unsigned(): number {
    let zeros = 0;
    while (this.#bit() === 0) zeros += 1;
    return 2 ** zeros - 1 + this.bits(zeros);
  }

  /** A signed Exp-Golomb code. */
  signed(): number {
    const code = this.unsigned();
    return code % 2 === 1 ? (code + 1) / 2 : -code / 2;
  }

  #bit(): number {
    const byte = this.#bytes[this.#at >> 3];
    if (byte === undefined) throw new RangeError('the NAL unit ends here');
    const bit = (byte >> (7 - (this.#at & 7))) & 1;
    this.#at += 1;
    return bit;
  }
}

/** A network that is too slow loses frames again and again: tiles that say so by turns would be restless. */
const HELD_S = 2;

/** Remembers which part of the media shows damaged pictures, since what arrives is shown later. */
export class DamagedTime {
  #fromS = Infinity;
  /** Infinity while what arrives is damaged. */
  #toS = 0;

  /**
   * More media arrives.
   * @param endS media time at which it begins
   */
  note(isDamaged: boolean, endS: number): void {
    const wasDamaged = this.#toS === Infinity;
    if (isDamaged === wasDamaged) return;
    if (isDamaged && !this.has(endS)) this.#fromS = endS;
    this.#toS = isDamaged ? Infinity : endS;
  }

  /** Whether the picture of this media time, or one a moment before, is damaged. */
  has(mediaTimeS: number): boolean {
    return mediaTimeS >= this.#fromS && mediaTimeS < this.#toS + HELD_S;
  }
}

/** A picture as it turned out when the next one began, and nothing of it was missing. */
export interface SeenPicture {
  readonly slices: number;
  readonly markers: number;
  readonly isLastMarked: boolean;
}

/** So many pictures without a marker end the trust in them: of one the last packet may be missing, unnoticed. */
const UNMARKED_PICTURES = 3;
const REMEMBERED = 8;

/**
 * Learns how a sender uses the marker bit, which should stand on the last packet of a picture and nowhere else (RFC 6184, 5.1): some set
 * it on each slice, some never. Of those it learns how many slices a picture has, so that no picture waits for the next one.
 */
export class MarkerHabit {
  /** `unknown` at the begin: up to the second picture nothing is believed. */
  #trust: 'unknown' | 'trusted' | 'counted' = 'unknown';
  #unmarked = 0;
  readonly #slices: number[] = [];

  /** Whether the picture ends with this slice. */
  isEnd(picture: SeenPicture): boolean {
    if (this.#trust === 'trusted') return picture.isLastMarked;
    return this.#trust === 'counted' && picture.slices >= Math.max(...this.#slices);
  }

  /** Whether a marker ends a picture whatever it stands on. */
  get isTrusted(): boolean {
    return this.#trust === 'trusted';
  }

  /** The next picture began. */
  seen(picture: SeenPicture): void {
    const isOrdinary = picture.markers === 1 && picture.isLastMarked;
    if (isOrdinary && this.#trust === 'unknown') this.#trust = 'trusted';
    if (isOrdinary) this.#unmarked = 0;
    else this.#unmarked += 1;
    const isSure = this.#trust === 'unknown' || this.#unmarked >= UNMARKED_PICTURES;
    if (!isOrdinary && isSure) this.#trust = 'counted';
    if (this.#trust === 'counted') this.#count(picture.slices);
  }

  /** A picture that had ended goes on. */
  wentOn(slices: number): void {
    this.#trust = 'counted';
    this.#count(slices);
  }

  #count(slices: number): void {
    this.#slices.push(slices);
    if (this.#slices.length > REMEMBERED) this.#slices.shift();
  }
}

/** So many pictures are looked at; at 4 frames/s that takes 6 s. */
const PICTURES = 24;
/** Of random bits about four of five begin like no picture; of a healthy stream none does. */
const LEAST_IMPLAUSIBLE = PICTURES / 2;
/** Random bits name many parameter sets and begin anywhere; an encoder with a habit of its own does not. */
const LEAST_SETS = 4;
const LEAST_BEGINS = 3;
/** So many name a few sets: enough to let no picture through before it is known. */
const DOUBTED_SETS = 3;

/** How the first slice of a picture reads. */
export interface PictureBegin {
  /** Null where it is no slice at all; below 0 it stands for the type of what nobody knows. */
  readonly first: number | null;
  readonly setId: number | null;
  readonly isPlausible: boolean;
}

/**
 * Notices Hikvision's stream encryption: the headers of NAL units stay readable, and often the parameter sets in the SDP, but
 * everything behind these headers is encrypted (AES), so that slices begin with random bits. Nothing in RTSP, SDP or RTP says so.
 */
export class EncryptionWatch {
  readonly #pictures: PictureBegin[] = [];
  /** Of those. */
  #implausible = 0;
  #isEncrypted = false;

  get isEncrypted(): boolean {
    return this.#isEncrypted;
  }

  /** It may well turn out so: most pictures until now read like no picture. */
  get isDoubtful(): boolean {
    const isLikely = this.#implausible > this.#pictures.length / 2;
    return isLikely && this.#sets.size >= DOUBTED_SETS;
  }

  /** The next picture, of which nothing is missing. */
  next(picture: PictureBegin): void {
    this.#pictures.push(picture);
    if (!picture.isPlausible) this.#implausible += 1;
    if (this.#pictures.length > PICTURES && this.#pictures.shift()?.isPlausible === false) {
      this.#implausible -= 1;
    }
    if (this.#implausible === 0) this.#isEncrypted = false;
    else if (this.#pictures.length >= PICTURES && this.#implausible >= LEAST_IMPLAUSIBLE) {
      this.#isEncrypted ||= this.#isRandom();
    }
  }

  get #sets(): Set<number | null> {
    return new Set(this.#pictures.map((each) => each.setId));
  }

  #isRandom(): boolean {
    const begins = new Set(this.#pictures.map((each) => each.first));
    return this.#sets.size >= LEAST_SETS && begins.size >= LEAST_BEGINS;
  }
}

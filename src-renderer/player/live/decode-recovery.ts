import { brokenMedia } from '../connection/classify-error.ts';
import type { PlayerFailure } from '../player-types.ts';

/** So many attempts without a single picture, of media that arrived whole, mean that this machine cannot decode the stream. */
const HOPELESS_ERRORS = 3;
/** So many keyframes in a row that bring no picture: then the connection is made anew as well. */
const ERRORS_OF_A_CONNECTION = 8;

/**
 * Decides what a decoding error means. As a rule packets were lost and the decoder gave up on what was left of a picture: it goes on
 * with the next keyframe, however often that happens, and the recorder has nothing to do with it.
 */
export class DecodeRecovery {
  #errors = 0;
  #errorsInARow = 0;
  #hasShown = false;
  #isLossy = false;

  /** Since the player was made. */
  get errors(): number {
    return this.#errors;
  }

  /** A picture was decoded and shown. */
  onPicture(): void {
    this.#errorsInARow = 0;
    this.#hasShown = true;
  }

  /** Media is known to arrive in pieces, so a decoder that refuses it says nothing about this machine. */
  onLoss(): void {
    this.#isLossy = true;
  }

  /** @returns what has failed; null where the next keyframe is to be waited for */
  onError(detail: string): PlayerFailure | null {
    const failure = brokenMedia(detail, false);
    if (failure.kind === 'offline' && failure.reason === 'too-many-players') return failure;
    this.#errors += 1;
    this.#errorsInARow += 1;
    const isHopeless = !this.#hasShown && !this.#isLossy && this.#errorsInARow >= HOPELESS_ERRORS;
    if (isHopeless) return brokenMedia(detail, true);
    if (this.#errorsInARow < ERRORS_OF_A_CONNECTION) return null;
    this.#errorsInARow = 0;
    return failure;
  }
}

const RECENT = 16;
const TOLD_BY = 8;
/**
 * Bytes. "Nothing has changed" takes an encoder 10 to 60 of them for a picture of any size, with the messages that some send along 200; a
 * repeated keyframe takes thousands.
 */
const UNCHANGED_BELOW = 256;

/**
 * Watches how large coded pictures are. An encoder that says of each picture that nothing changed is alive, and looks at a quiet scene: that
 * such pictures are alike to the last pixel is no sign that anything hangs.
 */
export class CodedSizes {
  #recent: { readonly bytes: number; readonly isKeyframe: boolean }[] = [];

  /** Whether the encoder says that nothing changes. */
  get isIdle(): boolean {
    const between = this.#recent.filter(({ isKeyframe }) => !isKeyframe);
    const unchanged = between.filter(({ bytes }) => bytes < UNCHANGED_BELOW).length;
    return between.length >= TOLD_BY && unchanged > between.length / 2;
  }

  note(bytes: number, isKeyframe: boolean): void {
    this.#recent = [...this.#recent, { bytes, isKeyframe }].slice(-RECENT);
  }
}

import type { Slice } from './nal/nal-syntax.ts';

/** Where a picture stands in time. */
interface PictureTime {
  /** As its sender stamped it. */
  readonly stamp: number;
  /** As it goes on. */
  readonly stampOut: number;
  /** Something is missing before its first slice that came. */
  readonly isTorn: boolean;
}

/** The access unit that goes through, or that went through last; two fields of one frame are one. */
export class OpenPicture {
  readonly stamp: number;
  readonly stampOut: number;
  isOpen = true;
  /** Something of it may be missing. */
  isTorn: boolean;
  slices = 0;
  markers = 0;
  isLastMarked = false;
  /** The newest that went on. */
  lastPacket: Buffer | null = null;
  #last: Slice;
  #fields: 1 | 2 = 1;

  constructor(first: Slice, { stamp, stampOut, isTorn }: PictureTime) {
    this.#last = first;
    this.stamp = stamp;
    this.stampOut = stampOut;
    this.isTorn = isTorn;
  }

  /** A decoder wants both fields of a frame at once, whatever their sender takes for a picture. */
  get waitsForField(): boolean {
    return this.#last.field !== 'none' && this.#fields === 1;
  }

  addSlice(isMarked: boolean): void {
    this.slices += 1;
    if (isMarked) this.markers += 1;
    this.isLastMarked = isMarked;
  }

  /** Whether the slice belongs to this picture; it then counts as its newest. ITU-T H.264, 7.4.1.2.4, as far as encoders need it. */
  takes(slice: Slice, stamp: number, isAfterGap: boolean): boolean {
    const isSecondField = this.#isSecondField(slice);
    const isMore = isSecondField || this.#isMore(slice, stamp === this.stamp || !isAfterGap);
    if (!isMore) return false;
    if (isSecondField) this.#fields = 2;
    this.#last = slice;
    return true;
  }

  #isMore(slice: Slice, isClose: boolean): boolean {
    const last = this.#last;
    return (
      isClose &&
      slice.first > 0 &&
      slice.frameNumber === last.frameNumber &&
      slice.isKeyframe === last.isKeyframe &&
      slice.isReference === last.isReference &&
      slice.field === last.field &&
      (slice.frameNumber === null || slice.first > last.first)
    );
  }

  #isSecondField({ field, frameNumber, first }: Slice): boolean {
    const last = this.#last;
    return (
      this.waitsForField &&
      first === 0 &&
      field !== 'none' &&
      field !== last.field &&
      frameNumber === last.frameNumber
    );
  }
}

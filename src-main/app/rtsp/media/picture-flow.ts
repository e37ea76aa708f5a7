import { EncryptionWatch, type PictureBegin } from './encryption-watch.ts';
import { MarkerHabit } from './marker-habit.ts';
import type { NalSyntax, Slice, SliceReading } from './nal/nal-syntax.ts';
import { OpenPicture } from './open-picture.ts';
import { hasMarker, packetLike, setMarker, setStamp, stampOf } from './rtp-packet.ts';
import type { StampClock } from './stamp-clock.ts';

/** What pictures flow through. */
export interface PictureFlowParts {
  readonly syntax: NalSyntax;
  readonly clock: StampClock;
  readonly payloadType: number;
  /** Takes what goes on, in order. */
  emit(packet: Buffer): void;
}

/** Keyframes without parameter sets: of one they may be missing, and what comes before a keyframe needs none. */
const SETLESS_KEYFRAMES = 2;

/**
 * Decides for each NAL unit whether it goes on and which access unit it belongs to, and ends each access unit that has a slice with the
 * one marker bit: on its last packet where that is known in time, else with a packet of filler data.
 */
export class PictureFlow {
  readonly #parts: PictureFlowParts;
  readonly #habit = new MarkerHabit();
  readonly #encryption = new EncryptionWatch();
  #picture: OpenPicture | null = null;
  #isAfterGap = false;
  #needsKeyframe = false;
  #setless = 0;
  #setlessId = -1;
  #setlessStamp = -1;
  #judgedStamp = -1;
  #atMs = 0;

  constructor(parts: PictureFlowParts) {
    this.#parts = parts;
  }

  get isEncrypted(): boolean {
    return this.#encryption.isEncrypted;
  }

  /** Pictures come, and what they are to be decoded with came neither in the SDP nor with them. */
  get isMissingSets(): boolean {
    return this.#setless >= SETLESS_KEYFRAMES && !this.#encryption.isDoubtful;
  }

  /** Whether a picture waits for its end to be seen. */
  get holds(): boolean {
    return this.#picture?.isOpen === true && this.#picture.slices > 0;
  }

  /** When the packets arrived that come now, by a monotonic clock. */
  at(ms: number): void {
    this.#atMs = ms;
  }

  /** Packets are missing here. */
  tear(): void {
    this.#isAfterGap = true;
    if (this.#picture) this.#picture.isTorn = true;
  }

  /**
   * A slice begins.
   * @param header the first byte of its NAL unit
   * @param from where in `bytes` the payload of its NAL unit begins
   * @returns whether it goes on, as part of the open picture
   */
  beginSlice(packet: Buffer, header: number, bytes: Buffer, from: number): boolean {
    const reading = this.#parts.syntax.readSlice(header, bytes, from);
    const stamp = stampOf(packet);
    this.#judge(reading, stamp);
    if (reading.kind === 'no-sets' && reading.isKeyframe) this.#noteSetless(reading.setId, stamp);
    if (reading.kind !== 'slice' || this.isEncrypted || this.#encryption.isDoubtful) return false;
    this.#setless = 0;
    if (reading.slice.isKeyframe) this.#needsKeyframe = false;
    if (this.#needsKeyframe) return false;
    const isGood = this.#place(reading.slice, stamp);
    this.#isAfterGap = false;
    return isGood;
  }

  /**
   * What is no slice begins: it stands in front of a picture, or it is nothing a decoder misses.
   * @param set the NAL unit where it is a whole parameter set
   * @returns whether it goes on
   */
  beginOther(packet: Buffer, set: Buffer | null): boolean {
    const isNext = set !== null || this.#picture?.stamp !== stampOf(packet);
    if (this.#picture?.isOpen && isNext) this.#endSeen();
    if (set === null) return this.#picture?.isOpen !== true;
    const news = this.#parts.syntax.learn(set);
    // From another size no picture can be made that refers to what was before.
    if (news === 'changed') this.#needsKeyframe = true;
    return news !== 'nonsense' && !this.isEncrypted;
  }

  /** A NAL unit begins of a type that cameras do not send; where each picture has another one, not even headers are readable. */
  leaveOutUnknown(packet: Buffer, type: number): void {
    const begin = { first: -type, setId: -type, isPlausible: false };
    this.#judgeBegin(begin, stampOf(packet));
  }

  /**
   * The packet goes on and ends a slice of the open picture, and perhaps the picture.
   * @param canMark whether go2rtc heeds a marker bit on such a packet
   */
  endSlice(packet: Buffer, canMark: boolean): void {
    const picture = this.#picture;
    if (picture === null) return;
    picture.addSlice(hasMarker(packet));
    const isEnd = !picture.waitsForField && this.#habit.isEnd(picture);
    this.pass(packet, isEnd && canMark);
    if (isEnd && canMark) picture.isOpen = false;
    else if (isEnd) this.endPicture();
  }

  /** The packet ends a slice of which more was to come. */
  endTornSlice(packet: Buffer): void {
    if (this.#picture) this.#picture.isTorn = true;
    this.#picture?.addSlice(false);
    this.pass(packet, false);
  }

  /** Nothing of the packet goes on, but it may say that the picture ends. */
  leaveOut(packet: Buffer): void {
    const picture = this.#picture;
    if (!hasMarker(packet) || !picture?.isOpen) return;
    picture.markers += 1;
    picture.isLastMarked = true;
    if (this.#habit.isTrusted && !picture.waitsForField) this.endPicture();
  }

  /** The open picture has all that it will get. */
  endPicture(): void {
    const last = this.#picture?.lastPacket;
    if (!last || !this.#picture?.isOpen) return;
    this.pass(packetLike(last, [this.#parts.syntax.filler]), true);
    this.#picture.isOpen = false;
  }

  /** Lets the packet go on as it is. */
  pass(packet: Buffer, isMarked = false): void {
    setMarker(packet, this.#parts.payloadType, isMarked);
    const picture = this.#picture;
    if (picture?.isOpen) {
      setStamp(packet, picture.stampOut);
      picture.lastPacket = packet;
    }
    this.#parts.emit(packet);
  }

  #place(slice: Slice, stamp: number): boolean {
    const picture = this.#picture;
    if (picture?.takes(slice, stamp, this.#isAfterGap)) {
      if (picture.isOpen) return true;
      // It was taken for ended: what comes now cannot be brought to a decoder any more.
      picture.slices += 1;
      this.#habit.wentOn(picture.slices);
      return false;
    }
    if (picture?.isOpen) this.#endSeen();
    const stampOut = this.#parts.clock.next(stamp, this.#atMs);
    this.#picture = new OpenPicture(slice, { stamp, stampOut, isTorn: this.#isAfterGap });
    return true;
  }

  /** The next picture begins. */
  #endSeen(): void {
    const picture = this.#picture;
    if (picture && !picture.isTorn) this.#habit.seen(picture);
    this.endPicture();
  }

  /** All slices of a picture together; an encoder names the same set each time, random bits do not. */
  #noteSetless(setId: number, stamp: number): void {
    if (setId !== this.#setlessId) this.#setless = 1;
    else if (stamp !== this.#setlessStamp) this.#setless += 1;
    this.#setlessId = setId;
    this.#setlessStamp = stamp;
  }

  #judge(reading: SliceReading, stamp: number): void {
    const isSlice = reading.kind === 'slice';
    const first = isSlice ? reading.slice.first : reading.kind === 'no-sets' ? reading.first : null;
    const setId = reading.kind === 'nonsense' ? null : reading.setId;
    this.#judgeBegin({ first, setId, isPlausible: isSlice && first === 0 }, stamp);
  }

  #judgeBegin(begin: PictureBegin, stamp: number): void {
    const isNew = stamp !== this.#judgedStamp;
    this.#judgedStamp = stamp;
    if (isNew && !this.#isAfterGap) this.#encryption.next(begin);
  }
}

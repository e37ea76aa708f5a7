import { EncryptionWatch } from './encryption-watch.ts';
import { MarkerHabit } from './marker-habit.ts';
import { FRAGMENT_END, FRAGMENT_START, type NalSyntax, type Slice } from './nal-syntax.ts';
import { OpenPicture } from './open-picture.ts';
import { hasMarker, packetLike, RTP_HEADER_BYTES as PAYLOAD_AT, setMarker } from './rtp-packet.ts';
import type { StampClock } from './stamp-clock.ts';

/** What a picture mend is made of. */
export interface PictureMendParts {
  readonly syntax: NalSyntax;
  readonly clock: StampClock;
  readonly payloadType: number;
  /** Takes what goes on, in order. */
  emit(packet: Buffer): void;
}

/** So many pictures without parameter sets are no mere late start. */
const SETLESS_PICTURES = 8;
const STAMP_AT = 4;
/** The stop bit of a NAL unit's payload: what a torn one ends with. */
const STOP_BIT = Buffer.from([0x80]);
/** Shorter marked packets that begin with a parameter set or SEI do not end a picture for go2rtc (its `pkg/h264` RTPDepay). */
const MARKABLE_BYTES = 160;

/**
 * Makes whole access units of the packets of a video track: of a NAL unit whose begin is missing nothing goes on, a torn one is ended,
 * what a decoder cannot begin to read is left out, and each access unit with a slice ends with the one marker bit.
 *
 * Packets go through as they come and are changed in place; what ends an access unit late is a packet of filler data.
 */
export class PictureMend {
  readonly #parts: PictureMendParts;
  readonly #habit = new MarkerHabit();
  readonly #encryption = new EncryptionWatch();
  #picture: OpenPicture | null = null;
  /** Whether fragments go on: of a NAL unit that does, of one that does not, of none. */
  #fragment: { header: number; isSlice: boolean; packet: Buffer } | 'left-out' | null = null;
  /** A fragment that only said that a NAL unit begins. */
  #emptyStart = false;
  #needsKeyframe = false;
  #setless = 0;
  #atMs = 0;
  #isAfterGap = false;
  #judgedStamp = -1;

  constructor(parts: PictureMendParts) {
    this.#parts = parts;
  }

  get isEncrypted(): boolean {
    return this.#encryption.isEncrypted;
  }

  /** Pictures come, and what they are to be decoded with came neither in the SDP nor with them. */
  get isMissingSets(): boolean {
    return this.#setless >= SETLESS_PICTURES;
  }

  /** Whether a picture waits for its end to be seen. */
  get holds(): boolean {
    return this.#picture?.isOpen === true && this.#picture.slices > 0 && this.#fragment === null;
  }

  /** The next packet, with a plain header. */
  push(packet: Buffer, isAfterGap: boolean, atMs: number): void {
    this.#atMs = atMs;
    if (isAfterGap) this.#tear();
    if (packet.length <= PAYLOAD_AT) {
      this.#endAtMarker(packet);
      return;
    }
    const type = this.#parts.syntax.typeOf(packet.readUInt8(PAYLOAD_AT));
    if (type === this.#parts.syntax.fragmentType) {
      this.#pushFragment(packet);
      return;
    }
    this.#endFragment();
    if (type === this.#parts.syntax.aggregateType) this.#pushAggregate(packet);
    else this.#pushWhole(packet, type);
  }

  /** Nothing came for a while: what is there is the picture. */
  flush(): void {
    if (this.holds) this.#endPicture();
  }

  #pushWhole(packet: Buffer, type: number): void {
    const { syntax } = this.#parts;
    const kind = syntax.kindOf(type);
    const header = packet.readUInt8(PAYLOAD_AT);
    if (packet.length <= PAYLOAD_AT + syntax.headerBytes || kind === 'unknown') {
      this.#endAtMarker(packet);
    } else if (kind === 'slice') {
      const isGood = this.#beginSlice(packet, header, packet, PAYLOAD_AT + syntax.headerBytes);
      if (isGood) this.#endSlice(packet);
      else this.#endAtMarker(packet);
    } else this.#pushOther(packet, kind === 'set' ? packet.subarray(PAYLOAD_AT) : null);
  }

  /** What is no slice stands in front of a picture. */
  #pushOther(packet: Buffer, set: Buffer | null): void {
    if (this.#picture?.isOpen && (set !== null || this.#picture.stamp !== stampOf(packet))) {
      this.#endSeen();
    }
    if (set !== null && !this.#learn(set)) return;
    if (this.#picture?.isOpen) this.#endAtMarker(packet);
    else this.#pass(packet, false);
  }

  #learn(set: Buffer): boolean {
    const news = this.#parts.syntax.learn(set);
    // From another size no picture can be made that refers to what was before.
    if (news === 'changed') this.#needsKeyframe = true;
    return news !== 'nonsense';
  }

  #pushFragment(packet: Buffer): void {
    const { headerBytes } = this.#parts.syntax;
    const flagsAt = PAYLOAD_AT + headerBytes;
    if (packet.length <= flagsAt) return;
    const flags = packet.readUInt8(flagsAt);
    const isEmpty = packet.length === flagsAt + 1;
    const isStart = (flags & FRAGMENT_START) !== 0 || (this.#emptyStart && !isEmpty);
    if (isStart) this.#startFragments(packet, flags, flagsAt, isEmpty);
    else if (isEmpty && (flags & FRAGMENT_END) === 0) return;
    else this.#goOnFragments(packet);
    if ((flags & FRAGMENT_END) !== 0 && !this.#emptyStart) this.#fragment = null;
  }

  #startFragments(packet: Buffer, flags: number, flagsAt: number, isEmpty: boolean): void {
    this.#endFragment();
    this.#emptyStart = isEmpty;
    if (isEmpty) return;
    packet[flagsAt] = flags | FRAGMENT_START;
    const { syntax } = this.#parts;
    const type = syntax.kindOf(flags & FRAGMENT_TYPE[syntax.headerBytes === 1 ? 0 : 1]);
    const header = syntax.headerOf(
      packet.readUInt8(PAYLOAD_AT),
      flags & FRAGMENT_TYPE[syntax.headerBytes === 1 ? 0 : 1],
    );
    const isSlice = type === 'slice';
    const isGood = isSlice
      ? this.#beginSlice(packet, header, packet, flagsAt + 1)
      : type !== 'unknown' && !this.#picture?.isOpen;
    this.#fragment = isGood ? { header, isSlice, packet } : 'left-out';
    this.#goOnFragments(packet);
  }

  #goOnFragments(packet: Buffer): void {
    const fragment = this.#fragment;
    const isEnd =
      (packet.readUInt8(PAYLOAD_AT + this.#parts.syntax.headerBytes) & FRAGMENT_END) !== 0;
    if (fragment === null || fragment === 'left-out') {
      if (isEnd) this.#endAtMarker(packet);
    } else if (isEnd && fragment.isSlice) this.#endSlice(packet);
    else this.#pass(packet, false);
  }

  /** Of a NAL unit that goes on without its end a decoder is told that it ends. */
  #endFragment(): void {
    const fragment = this.#fragment;
    this.#fragment = null;
    this.#emptyStart = false;
    if (fragment === null || fragment === 'left-out') return;
    const { headerBytes } = this.#parts.syntax;
    const flagsAt = PAYLOAD_AT + headerBytes;
    const head = Buffer.from(fragment.packet.subarray(PAYLOAD_AT, flagsAt + 1));
    head[headerBytes] = (head.readUInt8(headerBytes) & ~FRAGMENT_START) | FRAGMENT_END;
    if (fragment.isSlice) this.#picture?.tornSlice();
    this.#pass(packetLike(fragment.packet, [head, STOP_BIT]), false);
  }

  #tear(): void {
    this.#isAfterGap = true;
    this.#picture?.tear();
    this.#endFragment();
    this.#fragment = 'left-out';
  }

  #pushAggregate(packet: Buffer): void {
    const { syntax } = this.#parts;
    const units: Buffer[] = [];
    let at = PAYLOAD_AT + syntax.headerBytes;
    let isChanged = false;
    let hasSlice = false;
    while (at + 2 <= packet.length) {
      const end = at + 2 + packet.readUInt16BE(at);
      const nal = packet.subarray(at + 2, Math.min(end, packet.length));
      const isGood = end <= packet.length && this.#takeUnit(packet, nal);
      if (isGood) units.push(packet.subarray(at, end));
      isChanged ||= !isGood;
      hasSlice ||= isGood && syntax.kindOf(syntax.typeOf(nal[0] ?? 0)) === 'slice';
      at = end;
    }
    if (units.length === 0) {
      this.#endAtMarker(packet);
      return;
    }
    const head = packet.subarray(PAYLOAD_AT, PAYLOAD_AT + syntax.headerBytes);
    const whole = isChanged ? packetLike(packet, [head, ...units]) : packet;
    if (hasSlice) this.#endSlice(whole);
    else this.#pass(whole, false);
  }

  /** One NAL unit of several in a packet: whether it goes on. */
  #takeUnit(packet: Buffer, nal: Buffer): boolean {
    const { syntax } = this.#parts;
    if (nal.length <= syntax.headerBytes) return false;
    const header = nal.readUInt8(0);
    switch (syntax.kindOf(syntax.typeOf(header))) {
      case 'slice':
        return this.#beginSlice(packet, header, nal, syntax.headerBytes);
      case 'set':
        if (this.#picture?.isOpen) this.#endSeen();
        return this.#learn(nal);
      case 'other':
        if (this.#picture?.isOpen && this.#picture.stamp !== stampOf(packet)) this.#endSeen();
        return !this.#picture?.isOpen;
      case 'unknown':
        return false;
    }
  }

  /** Whether the slice goes on, and then as part of the open picture. */
  #beginSlice(packet: Buffer, header: number, bytes: Buffer, from: number): boolean {
    const reading = this.#parts.syntax.readSlice(header, bytes, from);
    this.#judge(reading, stampOf(packet));
    if (reading.kind === 'no-sets') this.#setless += 1;
    if (reading.kind !== 'slice' || this.isEncrypted) return false;
    this.#setless = 0;
    const { slice } = reading;
    if (slice.isKeyframe) this.#needsKeyframe = false;
    if (this.#needsKeyframe) return false;
    const isGood = this.#place(slice, stampOf(packet));
    this.#isAfterGap = false;
    return isGood;
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

  #judge(reading: ReturnType<NalSyntax['readSlice']>, stamp: number): void {
    const isNew = stamp !== this.#judgedStamp;
    this.#judgedStamp = stamp;
    if (!isNew || this.#isAfterGap) return;
    const isSlice = reading.kind === 'slice';
    const first = isSlice ? reading.slice.first : reading.kind === 'no-sets' ? reading.first : null;
    const setId = reading.kind === 'nonsense' ? null : reading.setId;
    this.#encryption.next({ first, setId, isPlausible: isSlice && first === 0 });
  }

  /** The packet ends a slice of the open picture, and perhaps the picture. */
  #endSlice(packet: Buffer): void {
    const picture = this.#picture;
    if (picture === null) return;
    picture.addSlice(hasMarker(packet));
    const isEnd = !picture.waitsForField && this.#habit.isEnd(picture);
    const canCarry =
      this.#parts.syntax.typeOf(packet.readUInt8(PAYLOAD_AT)) !==
        this.#parts.syntax.aggregateType || packet.length >= MARKABLE_BYTES;
    if (isEnd && !canCarry) {
      this.#pass(packet, false);
      this.#endPicture();
      return;
    }
    this.#pass(packet, isEnd);
    if (isEnd) picture.isOpen = false;
  }

  /** Nothing of this packet goes on, but it may have said that the picture ends. */
  #endAtMarker(packet: Buffer): void {
    if (!hasMarker(packet) || !this.#picture?.isOpen) return;
    this.#picture.markers += 1;
    this.#picture.isLastMarked = true;
    if (this.#habit.isTrusted && !this.#picture.waitsForField) this.#endPicture();
  }

  /** The next picture begins. */
  #endSeen(): void {
    const picture = this.#picture;
    if (picture === null) return;
    if (!picture.isTorn) this.#habit.seen(picture);
    this.#endPicture();
  }

  #endPicture(): void {
    const picture = this.#picture;
    if (picture === null) return;
    this.#endFragment();
    picture.isOpen = false;
    const last = picture.lastPacket;
    if (last !== null) this.#pass(packetLike(last, [this.#parts.syntax.filler]), true);
  }

  #pass(packet: Buffer, isLast: boolean): void {
    setMarker(packet, this.#parts.payloadType, isLast);
    const picture = this.#picture;
    if (picture?.isOpen || isLast) {
      if (picture && stampOf(packet) !== picture.stampOut)
        packet.writeUInt32BE(picture.stampOut, STAMP_AT);
      if (picture) picture.lastPacket = packet;
    }
    this.#parts.emit(packet);
  }
}

/** By the bytes of a NAL unit's header. */
const FRAGMENT_TYPE = [0x1f, 0x3f] as const;

function stampOf(packet: Buffer): number {
  return packet.readUInt32BE(STAMP_AT);
}

import { FRAGMENT_END, FRAGMENT_START, type NalSyntax } from './nal/nal-syntax.ts';
import { PictureFlow, type PictureFlowParts } from './picture-flow.ts';
import {
  hasMarker,
  packetLike,
  payloadTypeOf,
  RTP_HEADER_BYTES as PAYLOAD_AT,
  setMarker,
} from './rtp-packet.ts';
import { splitAtStartCodes } from './nal/start-codes.ts';

/** The stop bit of a NAL unit's payload: what a torn one ends with. */
const STOP_BIT = Buffer.from([0x80]);
/** Of a NAL unit in an aggregate. */
const LENGTH_BYTES = 2;
/** A shorter marked packet that begins with a parameter set or SEI does not end a picture for go2rtc (its `pkg/h264` RTPDepay). */
const MARKABLE_BYTES = 160;

/** A NAL unit that comes in fragments. */
interface Fragments {
  readonly isSlice: boolean;
  /** Its first packet. */
  readonly packet: Buffer;
}

/**
 * Makes whole NAL units of the packets of a video track. Of a NAL unit whose begin is missing nothing goes on, since go2rtc would make
 * one of what is left; what is torn later is ended, since go2rtc would join it with the next.
 *
 * Packets go through as they come and are changed in place; only an aggregate of which a part is left out is copied.
 */
export class PictureMend {
  readonly #syntax: NalSyntax;
  readonly #flow: PictureFlow;
  /** What fragments that come now are of; null where nothing of them goes on. */
  #fragments: Fragments | null = null;
  /** A fragment came that only said that a NAL unit begins. */
  #isStartEmpty = false;

  constructor(parts: PictureFlowParts) {
    this.#syntax = parts.syntax;
    this.#flow = new PictureFlow(parts);
  }

  get isEncrypted(): boolean {
    return this.#flow.isEncrypted;
  }

  get isMissingSets(): boolean {
    return this.#flow.isMissingSets;
  }

  /** Whether a picture waits for its end to be seen. */
  get holds(): boolean {
    return this.#fragments === null && this.#flow.holds;
  }

  /** The next packet, with a plain header. `isAfterGap`: others before it are missing. */
  push(packet: Buffer, isAfterGap: boolean, atMs: number): void {
    this.#flow.at(atMs);
    if (isAfterGap) this.#tear();
    if (packet.length <= PAYLOAD_AT) return;
    const type = this.#syntax.typeOf(packet.readUInt8(PAYLOAD_AT));
    if (type === this.#syntax.fragmentType) {
      this.#pushFragment(packet);
      return;
    }
    this.#endFragments();
    if (type === this.#syntax.aggregateType) this.#pushAggregate(packet);
    else this.#pushWhole(packet);
  }

  /** Nothing came for a while: what is there is the picture. */
  flush(): void {
    if (this.holds) this.#flow.endPicture();
  }

  #tear(): void {
    this.#flow.tear();
    this.#endFragments();
  }

  #pushWhole(packet: Buffer): void {
    const nal = packet.subarray(PAYLOAD_AT);
    const isSlice = this.#isSlice(nal);
    const units = isSlice ? [] : splitAtStartCodes(nal);
    if (units.length > 1 || (units[0] && units[0].length < nal.length)) {
      this.#pushJoined(packet, units);
    } else if (!this.#begin(packet, nal)) this.#flow.leaveOut(packet);
    else if (isSlice) this.#flow.endSlice(packet, true);
    else this.#flow.pass(packet);
  }

  #pushAggregate(packet: Buffer): void {
    const unitsAt = PAYLOAD_AT + this.#syntax.headerBytes;
    const units: Buffer[] = [];
    let hasSlice = false;
    let at = unitsAt;
    while (at + LENGTH_BYTES < packet.length) {
      const end = at + LENGTH_BYTES + packet.readUInt16BE(at);
      const nal = packet.subarray(at + LENGTH_BYTES, end);
      if (end <= packet.length && this.#begin(packet, nal)) {
        units.push(packet.subarray(at, end));
        hasSlice ||= this.#isSlice(nal);
      }
      at = end;
    }
    const bytes = units.reduce((sum, unit) => sum + unit.length, unitsAt);
    const isWhole = bytes === packet.length;
    const out = isWhole
      ? packet
      : packetLike(packet, [packet.subarray(PAYLOAD_AT, unitsAt), ...units]);
    if (units.length === 0) this.#flow.leaveOut(packet);
    else if (hasSlice) this.#flow.endSlice(out, bytes >= MARKABLE_BYTES);
    else this.#flow.pass(out);
  }

  /** Whether the NAL unit, which is whole, goes on. */
  #begin(packet: Buffer, nal: Buffer): boolean {
    const { headerBytes } = this.#syntax;
    if (nal.length <= headerBytes) return false;
    const header = nal.readUInt8(0);
    const type = this.#syntax.typeOf(header);
    switch (this.#syntax.kindOf(type)) {
      case 'slice':
        return this.#flow.beginSlice(packet, header, nal, headerBytes);
      case 'set':
        return this.#flow.beginOther(packet, nal);
      case 'other':
        return this.#flow.beginOther(packet, null);
      case 'unknown':
        this.#flow.leaveOutUnknown(packet, type);
        return false;
    }
  }

  #isSlice(nal: Buffer): boolean {
    return this.#syntax.kindOf(this.#syntax.typeOf(nal[0] ?? 0)) === 'slice';
  }

  /** Only the last of them may end the picture. */
  #pushJoined(packet: Buffer, units: readonly Buffer[]): void {
    units.forEach((unit, index) => {
      const own = packetLike(packet, [unit]);
      setMarker(own, payloadTypeOf(packet), hasMarker(packet) && index === units.length - 1);
      this.#pushWhole(own);
    });
  }

  #pushFragment(packet: Buffer): void {
    const flagsAt = PAYLOAD_AT + this.#syntax.headerBytes;
    const flags = packet[flagsAt];
    if (flags === undefined) return;
    const isEmpty = packet.length === flagsAt + 1;
    let out = packet;
    if ((flags & FRAGMENT_START) !== 0 || (this.#isStartEmpty && !isEmpty)) {
      this.#endFragments();
      this.#isStartEmpty = isEmpty;
      if (!isEmpty) out = this.#startFragments(packet, flagsAt, flags);
    }
    const isEnd = (flags & FRAGMENT_END) !== 0;
    if (!isEmpty || isEnd) this.#passFragment(out, isEnd);
  }

  /** @returns the packet that the NAL unit begins with */
  #startFragments(packet: Buffer, flagsAt: number, flags: number): Buffer {
    packet[flagsAt] = flags | FRAGMENT_START;
    const type = flags & this.#syntax.fragmentTypeBits;
    const kind = this.#syntax.kindOf(type);
    if (kind === 'set') {
      const start = this.#splitStart(packet, flagsAt, flags);
      if (start !== null) return this.#startFragments(start, flagsAt, start[flagsAt] ?? 0);
    }
    const header = this.#syntax.headerOf(packet.readUInt8(PAYLOAD_AT), type);
    if (kind === 'unknown') this.#flow.leaveOutUnknown(packet, type);
    const isGood =
      kind === 'slice'
        ? this.#flow.beginSlice(packet, header, packet, flagsAt + 1)
        : kind !== 'unknown' && this.#flow.beginOther(packet, null);
    if (isGood) this.#fragments = { isSlice: kind === 'slice', packet };
    return packet;
  }

  /**
   * Parameter sets and keyframe in one NAL unit with start codes between them, as some cameras send it: the sets go on by themselves.
   * @returns the packet with the begin of the keyframe; null where it is as it should be
   */
  #splitStart(packet: Buffer, flagsAt: number, flags: number): Buffer | null {
    const { headerBytes } = this.#syntax;
    const head = Buffer.from(packet.subarray(PAYLOAD_AT, flagsAt));
    head[0] = this.#syntax.headerOf(head[0] ?? 0, flags & this.#syntax.fragmentTypeBits);
    const units = splitAtStartCodes(Buffer.concat([head, packet.subarray(flagsAt + 1)]));
    const last = units.pop();
    if (units.length === 0 || !last || last.length <= headerBytes) return null;
    this.#pushJoined(packet, units);
    const fragmentHead = Buffer.from(last.subarray(0, headerBytes + 1));
    fragmentHead[0] = this.#syntax.headerOf(last[0] ?? 0, this.#syntax.fragmentType);
    const type = this.#syntax.typeOf(last[0] ?? 0);
    fragmentHead[headerBytes] = (flags & FRAGMENT_END) | FRAGMENT_START | type;
    return packetLike(packet, [fragmentHead, last.subarray(headerBytes)]);
  }

  #passFragment(packet: Buffer, isEnd: boolean): void {
    const fragments = this.#fragments;
    if (isEnd) this.#fragments = null;
    if (fragments === null) this.#flow.leaveOut(packet);
    else {
      this.#nameAlike(packet, fragments.packet);
      if (isEnd && fragments.isSlice) this.#flow.endSlice(packet, true);
      else this.#flow.pass(packet);
    }
  }

  /** go2rtc takes the type of a NAL unit from its last fragment. */
  #nameAlike(packet: Buffer, first: Buffer): void {
    const flagsAt = PAYLOAD_AT + this.#syntax.headerBytes;
    const flags = packet.readUInt8(flagsAt);
    const typeBits = this.#syntax.fragmentTypeBits;
    packet[PAYLOAD_AT] = first.readUInt8(PAYLOAD_AT);
    packet[flagsAt] = (flags & ~typeBits) | (first.readUInt8(flagsAt) & typeBits);
  }

  /** A NAL unit goes no further than what went on of it. */
  #endFragments(): void {
    const fragments = this.#fragments;
    this.#fragments = null;
    this.#isStartEmpty = false;
    if (fragments === null) return;
    const { packet, isSlice } = fragments;
    const flagsAt = PAYLOAD_AT + this.#syntax.headerBytes;
    const head = Buffer.from(packet.subarray(PAYLOAD_AT, flagsAt + 1));
    head[flagsAt - PAYLOAD_AT] = ((packet[flagsAt] ?? 0) & ~FRAGMENT_START) | FRAGMENT_END;
    const end = packetLike(packet, [head, STOP_BIT]);
    if (isSlice) this.#flow.endTornSlice(end);
    else this.#flow.pass(end);
  }
}

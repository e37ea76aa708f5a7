import type { CleanTrack } from './sdp/clean-sdp.ts';
import { H264Syntax } from './nal/h264-syntax.ts';
import { H265Syntax } from './nal/h265-syntax.ts';
import { PacketOrder } from './packet-order.ts';
import { PictureMend } from './picture-mend.ts';
import {
  packetLike,
  payloadTypeOf,
  plainPacket,
  RTP_HEADER_BYTES,
  setMarker,
} from './rtp-packet.ts';
import { StampClock } from './stamp-clock.ts';

/** Mends the packets of one track on their way to go2rtc. One for each SETUP; not to be used again after `flush`. */
export interface TrackMend {
  /**
   * The next RTP packet as it arrived, header first. It belongs to the mend from here on: it may be changed in place, kept, or be
   * among what a later call returns.
   * @param atMs when it arrived, by a monotonic clock
   * @returns what goes on now, in order; often just this packet
   */
  push(packet: Buffer, atMs?: number): readonly Buffer[];
  /** To be called about every 100 ms: passes on what waits for packets that do not come. Costs nothing where nothing waits. */
  idle(): readonly Buffer[];
  /** Passes on all that waits; at the end of the track. */
  flush(): readonly Buffer[];
  /** A packet that says no more than that the session is there, and that no decoder takes for anything. */
  lifeSign(): Buffer;
  /** How many packets were missing since the last call. */
  takeLost(): number;
  /** Pictures are encrypted by the recorder (Hikvision's stream encryption). None goes on then. */
  readonly isEncrypted: boolean;
  /** Pictures come without anything to decode them with. None goes on then. */
  readonly isMissingParameterSets: boolean;
  /** The sender's clock is of no use, so that stamps are made from when pictures arrive. */
  readonly isRestamping: boolean;
}

const NUMBERS = 0x10000;
/** A NAL unit of a type that means nothing (RFC 6184, table 1), and too short for H.265. */
const MEANINGLESS = Buffer.from([0x1f]);
const NOTHING: readonly Buffer[] = [];

/** Makes the mend that a track needs: pictures are looked into, of sound only order and count of packets are put right. */
export function createTrackMend(track: CleanTrack): TrackMend {
  return new MendedTrack(track);
}

class MendedTrack implements TrackMend {
  readonly #payloadType: number;
  readonly #clock: StampClock;
  readonly #pictures: PictureMend | null;
  readonly #order = new PacketOrder((packet, isAfterGap) => this.#take(packet, isAfterGap));
  #out: Buffer[] = [];
  #number = -1;
  #newest: Buffer | null = null;
  #atMs = 0;
  /** Whether a packet of the payload type that the SDP names was ever seen. */
  #isTypeSeen = false;
  #isQuiet = false;

  constructor(track: CleanTrack) {
    this.#payloadType = track.payloadType;
    this.#clock = new StampClock(track.clockHz);
    const syntax =
      track.encoding === 'H264'
        ? new H264Syntax()
        : track.encoding === 'H265'
          ? new H265Syntax()
          : null;
    for (const set of track.parameterSets) syntax?.learn(set);
    const emit = (packet: Buffer): void => this.#emit(packet);
    const parts = { clock: this.#clock, payloadType: track.payloadType, emit };
    this.#pictures = syntax && new PictureMend({ syntax, ...parts });
  }

  get isEncrypted(): boolean {
    return this.#pictures?.isEncrypted ?? false;
  }

  get isMissingParameterSets(): boolean {
    return this.#pictures?.isMissingSets ?? false;
  }

  get isRestamping(): boolean {
    return this.#clock.isReplacing;
  }

  takeLost(): number {
    return this.#order.takeLost();
  }

  push(packet: Buffer, atMs = performance.now()): readonly Buffer[] {
    this.#isQuiet = false;
    this.#atMs = atMs;
    const plain = plainPacket(packet);
    if (plain !== null && this.#isOfTrack(plain)) this.#order.push(plain);
    return this.#takeOut();
  }

  lifeSign(): Buffer {
    const packet = packetLike(this.#newest ?? Buffer.alloc(RTP_HEADER_BYTES, 0x80), [MEANINGLESS]);
    setMarker(packet, this.#payloadType, false);
    this.#count(packet);
    return packet;
  }

  idle(): readonly Buffer[] {
    const isQuiet = this.#isQuiet;
    this.#isQuiet = true;
    const holds = this.#order.holds || this.#pictures?.holds === true;
    return isQuiet && holds ? this.flush() : NOTHING;
  }

  flush(): readonly Buffer[] {
    this.#order.flush();
    this.#pictures?.flush();
    return this.#takeOut();
  }

  /** Some send another payload type than their SDP says; then whatever comes is taken. */
  #isOfTrack(packet: Buffer): boolean {
    const isNamed = payloadTypeOf(packet) === this.#payloadType;
    this.#isTypeSeen ||= isNamed;
    return isNamed || !this.#isTypeSeen;
  }

  #take(packet: Buffer, isAfterGap: boolean): void {
    if (this.#pictures) this.#pictures.push(packet, isAfterGap, this.#atMs);
    else this.#emit(packet);
  }

  #emit(packet: Buffer): void {
    this.#count(packet);
    this.#newest = packet;
    this.#out.push(packet);
  }

  #count(packet: Buffer): void {
    this.#number = this.#number < 0 ? packet.readUInt16BE(2) : (this.#number + 1) % NUMBERS;
    packet.writeUInt16BE(this.#number, 2);
  }

  #takeOut(): readonly Buffer[] {
    if (this.#out.length === 0) return NOTHING;
    const out = this.#out;
    this.#out = [];
    return out;
  }
}

/** RFC 3550, 5.1: the header without contributors and extension. */
export const RTP_HEADER_BYTES = 12;
const VERSION_2 = 0x80;
const VERSION_BITS = 0xc0;
const PADDING_BIT = 0x20;
const EXTENSION_BIT = 0x10;
const CONTRIBUTORS = 0x0f;
const MARKER_BIT = 0x80;
const WORD_BYTES = 4;
const STAMP_AT = 4;
/** RFC 5761, 4: these are RTCP, which some send in the place of RTP. */
const RTCP_TYPES = { first: 200, last: 213 };

/**
 * The packet with a header of 12 bytes and nothing behind its payload; null where it is none. Nothing is copied: a header extension is
 * overwritten by the header. go2rtc ends a whole session on a header that it cannot read, and hands padding on as media.
 */
export function plainPacket(packet: Buffer): Buffer | null {
  const [first = 0, second = 0] = packet;
  if (packet.length < RTP_HEADER_BYTES || (first & VERSION_BITS) !== VERSION_2) return null;
  if (second >= RTCP_TYPES.first && second <= RTCP_TYPES.last) return null;
  if (first === VERSION_2) return packet;
  const begin = payloadBegin(packet, first);
  if (begin > packet.length) return null;
  const padding = (first & PADDING_BIT) === 0 ? 0 : (packet.at(-1) ?? 0);
  // Where it cannot be true, the bit was set by mistake.
  const end = begin + padding > packet.length ? packet.length : packet.length - padding;
  const from = begin - RTP_HEADER_BYTES;
  packet.copyWithin(from, 0, RTP_HEADER_BYTES);
  packet[from] = VERSION_2;
  return packet.subarray(from, end);
}

function payloadBegin(packet: Buffer, first: number): number {
  const begin = RTP_HEADER_BYTES + (first & CONTRIBUTORS) * WORD_BYTES;
  if ((first & EXTENSION_BIT) === 0) return begin;
  if (begin + WORD_BYTES > packet.length) return Infinity;
  return begin + WORD_BYTES + packet.readUInt16BE(begin + 2) * WORD_BYTES;
}

/** Whether the sender says that an access unit ends here (RFC 6184, 5.1). */
export function hasMarker(packet: Buffer): boolean {
  return ((packet[1] ?? 0) & MARKER_BIT) !== 0;
}

/** Of 7 bits. */
export function payloadTypeOf(packet: Buffer): number {
  return (packet[1] ?? 0) & ~MARKER_BIT;
}

/** Ticks of the track's clock. */
export function stampOf(packet: Buffer): number {
  return packet.readUInt32BE(STAMP_AT);
}

/** Writes in place. */
export function setStamp(packet: Buffer, stamp: number): void {
  packet.writeUInt32BE(stamp, STAMP_AT);
}

/** Writes in place. */
export function setMarker(packet: Buffer, payloadType: number, isLast: boolean): void {
  packet[1] = payloadType | (isLast ? MARKER_BIT : 0);
}

/** A packet of our own that goes with another one: its header, with this payload. */
export function packetLike(other: Buffer, payload: readonly Uint8Array[]): Buffer {
  return Buffer.concat([other.subarray(0, RTP_HEADER_BYTES), ...payload]);
}

/** One RTP payload: a whole NAL unit, or the FU-A prefix and a piece of one. */
export interface RtpPayload {
  readonly prefix: Buffer;
  readonly body: Buffer;
}

/** The header fields that differ from frame to frame. */
export interface RtpPosition {
  readonly sequence: number;
  readonly timestamp: number;
  readonly ssrc: number;
  /** H.264's unless given. */
  readonly payloadType?: number;
}

/** Dynamic payload type, the one Hikvision uses for H.264 and for H.265. */
export const H264_PAYLOAD_TYPE = 96;
/** RFC 6184: video timestamps count at 90 kHz. */
export const VIDEO_CLOCK_HZ = 90_000;

const MAX_PAYLOAD_BYTES = 1400;
const INTERLEAVED_HEADER_BYTES = 4;
const RTP_HEADER_BYTES = 12;
const RTP_VERSION_BITS = 0x80;
const MARKER_BIT = 0x80;
const DOLLAR = 0x24;
const FU_A_TYPE = 28;
/** RFC 7798, 4.4.3: H.265 has a header of two bytes, and its fragments are of this type. */
const H265_FU_TYPE = 49;
const FU_HEADER_BYTES = 2;
const H265_FU_HEADER_BYTES = 3;
const FU_START_BIT = 0x80;
const FU_END_BIT = 0x40;
const EMPTY = Buffer.alloc(0);

/** Packs one picture: small NAL units whole, large ones as fragments (RFC 6184, 5.6 and 5.8). */
export function payloadsOf(
  nals: readonly Buffer[],
  maxPayloadBytes = MAX_PAYLOAD_BYTES,
  isH265 = false,
): RtpPayload[] {
  return nals.flatMap((nal) =>
    nal.length <= maxPayloadBytes
      ? [{ prefix: EMPTY, body: nal }]
      : isH265
        ? h265FragmentsOf(nal, maxPayloadBytes - H265_FU_HEADER_BYTES)
        : fragmentsOf(nal, maxPayloadBytes - FU_HEADER_BYTES),
  );
}

/**
 * Writes one picture as RTP inside RTSP ("interleaved", RFC 2326 10.12) in a single buffer: one write per frame.
 * @param isKept asked for each packet whether it comes through; numbers go on counting where it does not
 */
export function interleave(
  payloads: readonly RtpPayload[],
  position: RtpPosition,
  rtpChannel: number,
  isKept: () => boolean = () => true,
): Buffer {
  const overhead = INTERLEAVED_HEADER_BYTES + RTP_HEADER_BYTES;
  const size = payloads.reduce((sum, payload) => sum + overhead + lengthOf(payload), 0);
  const out = Buffer.allocUnsafe(size);
  const { payloadType = H264_PAYLOAD_TYPE } = position;
  let at = 0;
  payloads.forEach((payload, index) => {
    if (!isKept()) return;
    at = out.writeUInt8(DOLLAR, at);
    at = out.writeUInt8(rtpChannel, at);
    at = out.writeUInt16BE(RTP_HEADER_BYTES + lengthOf(payload), at);
    at = out.writeUInt8(RTP_VERSION_BITS, at);
    const marker = index === payloads.length - 1 ? MARKER_BIT : 0;
    at = out.writeUInt8(marker | payloadType, at);
    at = out.writeUInt16BE((position.sequence + index) & 0xffff, at);
    at = out.writeUInt32BE(position.timestamp >>> 0, at);
    at = out.writeUInt32BE(position.ssrc >>> 0, at);
    at += payload.prefix.copy(out, at);
    at += payload.body.copy(out, at);
  });
  return out.subarray(0, at);
}

function lengthOf(payload: RtpPayload): number {
  return payload.prefix.length + payload.body.length;
}

function fragmentsOf(nal: Buffer, maxBodyBytes: number): RtpPayload[] {
  const header = nal.readUInt8(0);
  const indicator = Buffer.from([(header & 0xe0) | FU_A_TYPE]);
  return cut(nal.subarray(1), indicator, header & 0x1f, maxBodyBytes);
}

function h265FragmentsOf(nal: Buffer, maxBodyBytes: number): RtpPayload[] {
  const first = nal.readUInt8(0);
  const indicator = Buffer.from([(first & 0x81) | (H265_FU_TYPE << 1), nal.readUInt8(1)]);
  return cut(nal.subarray(2), indicator, (first >> 1) & 0x3f, maxBodyBytes);
}

function cut(body: Buffer, indicator: Buffer, type: number, maxBodyBytes: number): RtpPayload[] {
  const fragments: RtpPayload[] = [];
  for (let from = 0; from < body.length; from += maxBodyBytes) {
    const start = from === 0 ? FU_START_BIT : 0;
    const end = from + maxBodyBytes >= body.length ? FU_END_BIT : 0;
    fragments.push({
      prefix: Buffer.concat([indicator, Buffer.from([start | end | type])]),
      body: body.subarray(from, from + maxBodyBytes),
    });
  }
  return fragments;
}

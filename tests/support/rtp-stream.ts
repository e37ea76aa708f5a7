import { readFileSync } from 'node:fs';
import path from 'node:path';
import { splitAccessUnits } from '../simulated-recorder/media/annex-b.ts';
import { payloadsOf } from '../simulated-recorder/media/rtp-packets.ts';

const FOLDER = path.resolve(import.meta.dirname, '../field/streams');
const CLOCK_HZ = 90_000;
const RTP_HEADER_BYTES = 12;

/** How pictures are put into packets. */
export interface PacketShape {
  readonly framesPerSecond: number;
  readonly markers: 'last' | 'each slice' | 'never';
  readonly payloadBytes: number;
  readonly firstNumber: number;
  readonly payloadType: number;
  /** The stamp of each picture; the ordinary one where it is left out. */
  readonly stampOf: (picture: number) => number;
}

/** A packet and the picture it is of. */
export interface PicturePacket {
  readonly packet: Buffer;
  readonly picture: number;
}

/** The NAL units of each picture of a stream beside the field cases. */
export function fieldPictures(name: string): (readonly Buffer[])[] {
  return splitAccessUnits(readFileSync(path.join(FOLDER, name))).map((unit) => unit.nals);
}

/** Packs pictures as a camera does. */
export function packetsOf(
  pictures: readonly (readonly Buffer[])[],
  shape: Partial<PacketShape> = {},
): PicturePacket[] {
  const { framesPerSecond = 15, payloadBytes = 1400, firstNumber = 1000, payloadType = 96 } = shape;
  const { markers = 'last', stampOf = (at) => (at * CLOCK_HZ) / framesPerSecond } = shape;
  const packets: PicturePacket[] = [];
  pictures.forEach((nals, picture) => {
    nals.forEach((nal, nalAt) => {
      const isSlice = [1, 5].includes(nal.readUInt8(0) & 0x1f);
      payloadsOf([nal], payloadBytes).forEach(({ prefix, body }, at, all) => {
        const isNalEnd = at === all.length - 1;
        const isLast = isNalEnd && nalAt === nals.length - 1;
        const isMarked =
          markers === 'last' ? isLast : markers === 'each slice' && isSlice && isNalEnd;
        const payload = Buffer.concat([prefix, body]);
        const number = firstNumber + packets.length;
        const stamp = stampOf(picture);
        packets.push({
          picture,
          packet: rtpPacket({ number, stamp, isMarked, payloadType }, payload),
        });
      });
    });
  });
  return packets;
}

/** One RTP packet (RFC 3550, 5.1). */
export function rtpPacket(
  head: { number: number; stamp: number; isMarked?: boolean; payloadType?: number; ssrc?: number },
  payload: Uint8Array,
): Buffer {
  const packet = Buffer.alloc(RTP_HEADER_BYTES + payload.length);
  packet[0] = 0x80;
  packet[1] = (head.payloadType ?? 96) | (head.isMarked ? 0x80 : 0);
  packet.writeUInt16BE(head.number & 0xffff, 2);
  packet.writeUInt32BE(Math.round(head.stamp) >>> 0, 4);
  packet.writeUInt32BE(head.ssrc ?? 7, 8);
  packet.set(payload, RTP_HEADER_BYTES);
  return packet;
}

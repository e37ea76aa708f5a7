import { describe, expect, it } from 'vitest';
import { interleave, payloadsOf } from '../../simulated-recorder/media/rtp-packets.ts';

const HEADER_BYTES = 4 + 12;

/** Reads interleaved RTP back the way a client does. */
function readPackets(buffer: Buffer) {
  const packets = [];
  for (let at = 0; at < buffer.length;) {
    expect(buffer.readUInt8(at)).toBe(0x24);
    const size = buffer.readUInt16BE(at + 2);
    const rtp = buffer.subarray(at + 4, at + 4 + size);
    packets.push({
      channel: buffer.readUInt8(at + 1),
      isLast: (rtp.readUInt8(1) & 0x80) !== 0,
      payloadType: rtp.readUInt8(1) & 0x7f,
      sequence: rtp.readUInt16BE(2),
      timestamp: rtp.readUInt32BE(4),
      ssrc: rtp.readUInt32BE(8),
      payload: rtp.subarray(12),
    });
    at += 4 + size;
  }
  return packets;
}

/** Puts FU-A fragments together again (RFC 6184, 5.8). */
function reassemble(fragments: Buffer[]): Buffer {
  const first = fragments[0] ?? Buffer.alloc(2);
  const header = (first.readUInt8(0) & 0xe0) | (first.readUInt8(1) & 0x1f);
  return Buffer.concat([Buffer.from([header]), ...fragments.map((each) => each.subarray(2))]);
}

function nalOf(sizeBytes: number): Buffer {
  return Buffer.from(Array.from({ length: sizeBytes }, (_, at) => (at === 0 ? 0x65 : at % 251)));
}

const position = { sequence: 7, timestamp: 90_000, ssrc: 0xdeadbeef };

describe('payloadsOf', () => {
  it.each([1, 2, 99, 100])('sends a NAL unit of %i bytes whole', (size) => {
    const nal = nalOf(size);
    const [payload, ...rest] = payloadsOf([nal], 100);
    expect(rest).toEqual([]);
    expect(payload?.body).toEqual(nal);
    expect(payload?.prefix).toHaveLength(0);
  });

  it.each([101, 197, 198, 199, 1000])('cuts %i bytes so that they can be put together', (size) => {
    const nal = nalOf(size);
    const payloads = payloadsOf([nal], 100);
    const fragments = payloads.map(({ prefix, body }) => Buffer.concat([prefix, body]));
    expect(fragments.every((each) => each.length <= 100)).toBe(true);
    expect(reassemble(fragments)).toEqual(nal);
    const flags = fragments.map((each) => each.readUInt8(1) & 0xc0);
    expect(flags[0]).toBe(0x80);
    expect(flags.at(-1)).toBe(0x40);
    expect(flags.slice(1, -1).every((flag) => flag === 0)).toBe(true);
  });
});

describe('interleave', () => {
  const payloads = payloadsOf([Buffer.from([0x67, 1]), nalOf(250)], 100);

  it('marks only the last packet and gives all the same time', () => {
    const packets = readPackets(interleave(payloads, position, 2));
    expect(packets.map((packet) => packet.isLast)).toEqual([false, false, false, true]);
    expect(new Set(packets.map((packet) => packet.timestamp))).toEqual(new Set([90_000]));
    expect(packets[0]).toMatchObject({ channel: 2, payloadType: 96, ssrc: 0xdeadbeef });
  });

  it('counts sequence numbers up and over', () => {
    const packets = readPackets(interleave(payloads, { ...position, sequence: 65_534 }, 0));
    expect(packets.map((packet) => packet.sequence)).toEqual([65_534, 65_535, 0, 1]);
  });

  it('lets timestamps wrap after 32 bits', () => {
    const timestamp = 2 ** 32 + 5;
    expect(readPackets(interleave(payloads, { ...position, timestamp }, 0))[0]?.timestamp).toBe(5);
  });

  it('wastes no bytes', () => {
    const whole = payloadsOf([nalOf(50)]);
    expect(interleave(whole, position, 0)).toHaveLength(HEADER_BYTES + 50);
  });
});

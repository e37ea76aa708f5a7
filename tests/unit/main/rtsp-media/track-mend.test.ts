import { describe, expect, it } from 'vitest';
import { createTrackMend } from '../../../../src-main/app/rtsp/media/track-mend.ts';
import { go2rtcSamples } from '../../../support/go2rtc-depay.ts';
import { mendedPackets, setsOf, slicesOf, videoTrack } from '../../../support/mended.ts';
import {
  fieldPictures,
  packetsOf,
  rtpPacket,
  type PicturePacket,
} from '../../../support/rtp-stream.ts';

const ONE_SLICE = fieldPictures('lossy-15fps.h264');
const FOUR_SLICES = fieldPictures('four-slices.h264');
const isMarked = (packet: Buffer): boolean => (packet.readUInt8(1) & 0x80) !== 0;

function slicesIn(pictures: readonly (readonly Buffer[])[]): Buffer[][] {
  return slicesOf(pictures.map((nals) => ({ nals })));
}

function whole(packets: readonly PicturePacket[]): Buffer[][] {
  return slicesOf(go2rtcSamples(mendedPackets(packets)));
}

describe('an ordinary stream', () => {
  it.each([
    ['one slice a picture', ONE_SLICE],
    ['four slices a picture', FOUR_SLICES],
  ])('goes through packet by packet: %s', (_name, pictures) => {
    const mend = createTrackMend(videoTrack(setsOf(pictures[0])));
    const packets = packetsOf(pictures);
    const settled = packets.filter(({ picture }) => picture > 1);
    const before = settled.map(({ packet }) => Buffer.from(packet));
    for (const { packet, picture } of packets) {
      const out = mend.push(packet, picture * 66);
      if (picture > 1) expect(out).toEqual([packet]);
    }
    const payload = (packet: Buffer): Buffer => packet.subarray(4);
    expect(settled.map(({ packet }) => payload(packet))).toEqual(before.map(payload));
    expect(settled.map(({ packet }) => isMarked(packet))).toEqual(before.map(isMarked));
    expect([mend.takeLost(), mend.isEncrypted, mend.isMissingParameterSets]).toEqual([
      0,
      false,
      false,
    ]);
  });

  it('does not wait for the second picture where that takes long', () => {
    const mend = createTrackMend(videoTrack());
    const first = packetsOf(ONE_SLICE.slice(0, 1)).flatMap(({ packet }) => mend.push(packet, 0));
    expect(go2rtcSamples(first)).toHaveLength(0);
    expect(mend.idle()).toHaveLength(0);
    expect(go2rtcSamples([...first, ...mend.idle()])).toHaveLength(1);
    expect(mend.idle()).toHaveLength(0);
  });
});

describe('marker bits', () => {
  it.each(['each slice', 'never', 'last'] as const)('set on %s make whole pictures', (markers) => {
    expect(whole(packetsOf(FOUR_SLICES, { markers }))).toEqual(slicesIn(FOUR_SLICES));
    expect(whole(packetsOf(ONE_SLICE, { markers }))).toEqual(slicesIn(ONE_SLICE));
  });

  it.each(['each slice', 'never'] as const)(
    'set on %s make no picture wait for the next one, once they are known',
    (markers) => {
      const mend = createTrackMend(videoTrack());
      let samples = 0;
      for (const { packet, picture } of packetsOf(FOUR_SLICES, { markers })) {
        samples += mend.push(packet, picture * 66).filter(isMarked).length;
        if (picture > 3) expect(samples).toBeGreaterThanOrEqual(picture);
      }
      expect(samples).toBe(FOUR_SLICES.length);
    },
  );

  it('are lost and found: a picture ends where the next one begins', () => {
    const packets = packetsOf(FOUR_SLICES).filter(
      ({ packet, picture }) => !(isMarked(packet) && picture % 5 === 4),
    );
    expect(whole(packets)).toHaveLength(FOUR_SLICES.length);
  });

  it('on parameter sets and SEI end nothing', () => {
    const pictures = ONE_SLICE.map((nals) => [Buffer.from([6, 5, 1, 0, 0x80]), ...nals]);
    const packets = packetsOf(pictures);
    for (const { packet } of packets) {
      if ([6, 7, 8].includes(packet.readUInt8(12) & 0x1f)) packet[1] = 0x80 | 96;
    }
    expect(whole(packets)).toEqual(slicesIn(ONE_SLICE));
  });

  it('on a SEI behind the slices end the picture', () => {
    const pictures = FOUR_SLICES.map((nals) => [...nals, Buffer.from([6, 5, 1, 0, 0x80])]);
    expect(whole(packetsOf(pictures))).toEqual(slicesIn(FOUR_SLICES));
  });

  it('with one stamp for all pictures are still of use', () => {
    for (const markers of ['last', 'each slice', 'never'] as const) {
      const packets = packetsOf(FOUR_SLICES, { markers, stampOf: () => 90_000 });
      expect(whole(packets)).toEqual(slicesIn(FOUR_SLICES));
    }
  });
});

describe('lost packets', () => {
  const fragmentsOf = (pictures = ONE_SLICE) => packetsOf(pictures, { payloadBytes: 300 });

  it('are counted, and the numbers behind them have no gap', () => {
    const mend = createTrackMend(videoTrack());
    const packets = packetsOf(ONE_SLICE, { firstNumber: 65_500 }).filter((_, at) => at % 7 !== 3);
    const missing = packetsOf(ONE_SLICE).length - packets.length;
    const out = mendedPackets(packets, mend);
    const numbers = out.map((packet) => packet.readUInt16BE(2));
    expect(numbers).toEqual(numbers.map((_, at) => (at + 65_500) % 65_536));
    expect(mend.takeLost()).toBe(missing);
    expect(mend.takeLost()).toBe(0);
  });

  it('leave nothing of a NAL unit whose begin is missing', () => {
    const isStart = ({ packet }: PicturePacket) =>
      (packet.readUInt8(12) & 0x1f) === 28 && (packet.readUInt8(13) & 0x80) !== 0;
    const packets = fragmentsOf().filter((each) => !(each.picture === 7 && isStart(each)));
    const expected = slicesIn(ONE_SLICE).filter((_, at) => at !== 7);
    expect(fragmentsOf().filter((each) => each.picture === 7).length).toBeGreaterThan(1);
    expect(whole(packets)).toEqual(expected);
  });

  it('leave of a NAL unit what came before, as one of its own', () => {
    const [first] = fragmentsOf().filter(({ picture }) => picture === 7);
    const packets = fragmentsOf().filter(
      ({ packet, picture }) => picture !== 7 || packet.equals(first?.packet ?? packet),
    );
    const pictures = whole(packets);
    const torn = pictures[7]?.[0];
    const original = slicesIn(ONE_SLICE)[7]?.[0];
    expect(pictures).toHaveLength(ONE_SLICE.length);
    expect(original?.subarray(0, 200)).toEqual(torn?.subarray(0, 200));
    expect(torn?.length).toBeLessThan(original?.length ?? 0);
    expect(pictures.filter((_, at) => at !== 7)).toEqual(
      slicesIn(ONE_SLICE).filter((_, at) => at !== 7),
    );
  });

  it('of a whole picture leave out that picture', () => {
    const packets = packetsOf(FOUR_SLICES).filter(({ picture }) => picture !== 9);
    expect(whole(packets)).toEqual(slicesIn(FOUR_SLICES).filter((_, at) => at !== 9));
  });
});

describe('the order of packets', () => {
  it('is put right', () => {
    const packets = packetsOf(ONE_SLICE, { payloadBytes: 300 });
    for (let at = 1; at + 1 < packets.length; at += 3) {
      const moved = packets.splice(at, 1);
      packets.splice(at + 1, 0, ...moved);
    }
    const mend = createTrackMend(videoTrack());
    expect(slicesOf(go2rtcSamples(mendedPackets(packets, mend)))).toEqual(slicesIn(ONE_SLICE));
    expect(mend.takeLost()).toBe(0);
  });

  it('may be further off once that was seen', () => {
    const packets = packetsOf(ONE_SLICE, { payloadBytes: 300 });
    for (let at = 20; at + 8 < packets.length; at += 20) {
      const moved = packets.splice(at, 1);
      packets.splice(at + 6, 0, ...moved);
    }
    const mend = createTrackMend(videoTrack());
    mendedPackets(packets, mend);
    expect(mend.takeLost()).toBe(1);
  });

  it('makes nothing of copies', () => {
    const packets = packetsOf(ONE_SLICE).flatMap((each) => [each, each]);
    const mend = createTrackMend(videoTrack());
    expect(slicesOf(go2rtcSamples(mendedPackets(packets, mend)))).toEqual(slicesIn(ONE_SLICE));
    expect(mend.takeLost()).toBe(0);
  });

  it('is that of arrival where a sender does not count', () => {
    const packets = packetsOf(ONE_SLICE);
    for (const { packet } of packets) packet.writeUInt16BE(0, 2);
    const mend = createTrackMend(videoTrack());
    expect(go2rtcSamples(mendedPackets(packets, mend)).length).toBeGreaterThanOrEqual(30);
    expect(mend.takeLost()).toBe(0);
  });

  it('begins anew with another source, and with numbers from elsewhere', () => {
    const restarted = ONE_SLICE.slice(0, 30);
    for (const change of [{ firstNumber: 30_000 }, { firstNumber: 3 }]) {
      const packets = [...packetsOf(restarted), ...packetsOf(ONE_SLICE, change)];
      const mend = createTrackMend(videoTrack());
      const samples = go2rtcSamples(mendedPackets(packets, mend));
      expect(samples.length).toBeGreaterThanOrEqual(30 + ONE_SLICE.length - 1);
      expect(mend.takeLost()).toBe(0);
    }
  });
});

describe('what stumbles', () => {
  const [, second] = ONE_SLICE;

  it('is left out: empty packets, NAL units of nothing, types nobody knows, RTCP', () => {
    const junk = [
      [],
      [1],
      [28],
      [28, 0x80],
      [28, 0x01],
      [0],
      [31, 1, 2],
      [24, 0, 0],
      [24, 0, 9, 1],
    ];
    let lastPicture = -1;
    const packets = packetsOf(ONE_SLICE).flatMap(({ packet, picture }) => {
      const isFirst = picture !== lastPicture;
      lastPicture = picture;
      const rtcp = Buffer.from([0x80, 200, 0, 1, 0, 0, 0, 7, 0, 0, 0, 0]);
      const before = isFirst ? junk.map((bytes) => withPayload(packet, bytes)) : [];
      return [...before, packet, rtcp].map((each) => ({ packet: each, picture }));
    });
    const counted = packets.filter(({ packet }) => packet.readUInt8(1) !== 200);
    counted.forEach(({ packet }, at) => {
      packet.writeUInt16BE(at, 2);
      if (packet.length < 20) packet[1] = 96;
    });
    const mend = createTrackMend(videoTrack());
    expect(slicesOf(go2rtcSamples(mendedPackets(packets, mend)))).toEqual(slicesIn(ONE_SLICE));
    expect(mend.takeLost()).toBe(0);
  });

  it('is taken off: contributors, extensions, padding', () => {
    const packets = packetsOf(ONE_SLICE).map(({ packet, picture }) => {
      const head = Buffer.from(packet.subarray(0, 12));
      head[0] = 0x80 | 0x20 | 0x10 | 2;
      const middle = Buffer.concat([Buffer.alloc(8), Buffer.from([0xbe, 0xde, 0, 1, 9, 9, 9, 9])]);
      const padding = Buffer.from([0, 0, 3]);
      return { picture, packet: Buffer.concat([head, middle, packet.subarray(12), padding]) };
    });
    const out = mendedPackets(packets);
    expect(slicesOf(go2rtcSamples(out))).toEqual(slicesIn(ONE_SLICE));
    expect(out.every((packet) => packet[0] === 0x80)).toBe(true);
  });

  it('is taken apart: several NAL units in a packet', () => {
    const joined = packetsOf(ONE_SLICE.map(aggregate), { payloadBytes: 60_000 });
    expect(whole(joined)).toEqual(slicesIn(ONE_SLICE));
  });

  it.each([300, 60_000])('is split: start codes within a NAL unit, in packets of %i', (bytes) => {
    const START_CODE = Buffer.from([0, 0, 0, 1]);
    const pictures = ONE_SLICE.map((nals) => [
      Buffer.concat(nals.flatMap((nal, at) => (at === 0 ? [nal] : [START_CODE, nal]))),
    ]);
    expect(whole(packetsOf(pictures, { payloadBytes: bytes }))).toEqual(slicesIn(ONE_SLICE));
  });

  it('is joined: an empty fragment before the first', () => {
    const packets = packetsOf(ONE_SLICE, { payloadBytes: 300 }).flatMap((each) => {
      const { packet, picture } = each;
      const isStart = (packet.readUInt8(12) & 0x1f) === 28 && (packet.readUInt8(13) & 0x80) !== 0;
      if (!isStart) return [each];
      const begin = Buffer.from(packet.subarray(0, 14));
      packet[13] = packet.readUInt8(13) & 0x7f;
      return [{ picture, packet: begin }, each];
    });
    packets.forEach(({ packet }, at) => packet.writeUInt16BE(at, 2));
    expect(whole(packets)).toEqual(slicesIn(ONE_SLICE));
  });

  it('is another payload type than the SDP names, or one beside it', () => {
    expect(whole(packetsOf(ONE_SLICE, { payloadType: 97 }))).toHaveLength(ONE_SLICE.length);
    const packets = packetsOf(ONE_SLICE).flatMap((each) => {
      const stamp = each.packet.readUInt32BE(4);
      const other = rtpPacket(
        { number: 1, stamp, payloadType: 107 },
        second?.[0] ?? Buffer.alloc(1),
      );
      return [each, { packet: other, picture: each.picture }];
    });
    expect(whole(packets)).toEqual(slicesIn(ONE_SLICE));
  });
});

function withPayload(packet: Buffer, bytes: readonly number[]): Buffer {
  return Buffer.concat([packet.subarray(0, 12), Buffer.from(bytes)]);
}

/** RFC 6184, 5.7.1. */
function aggregate(nals: readonly Buffer[]): Buffer[] {
  const units = nals.flatMap((nal) => {
    const size = Buffer.alloc(2);
    size.writeUInt16BE(nal.length);
    return [size, nal];
  });
  return [Buffer.concat([Buffer.from([0x78]), ...units])];
}

import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTrackMend } from '../../../../src-main/app/rtsp/media/track-mend.ts';
import { go2rtcSamples } from '../../../support/go2rtc-depay.ts';
import { mendedPackets, setsOf, videoTrack } from '../../../support/mended.ts';
import { seededRandom } from '../../../simulated-recorder/seeded-random.ts';
import { fieldPictures, packetsOf } from '../../../support/rtp-stream.ts';

const BLOCK_BYTES = 16;
const KEY = Buffer.from('OPUSVC\0\0\0\0\0\0\0\0\0\0');
const STREAMS = ['lossy-15fps.h264', 'four-slices.h264', 'half-fps.h264'];

/** As Hikvision and EZVIZ do it: AES in ECB mode over whole blocks behind the header of a NAL unit. */
function encrypted(nal: Buffer, mostBytes = Infinity): Buffer {
  const bytes = Math.min(nal.length - 1, mostBytes);
  const end = 1 + bytes - (bytes % BLOCK_BYTES);
  const cipher = createCipheriv('aes-128-ecb', KEY, null).setAutoPadding(false);
  return Buffer.concat([
    nal.subarray(0, 1),
    cipher.update(nal.subarray(1, end)),
    nal.subarray(end),
  ]);
}

const isSlice = (nal: Buffer): boolean => [1, 5].includes(nal.readUInt8(0) & 0x1f);

describe('encrypted pictures', () => {
  it.each(STREAMS)('are noticed, and none goes on: %s', (name) => {
    const clear = fieldPictures(name);
    const pictures = Array.from({ length: 4 }, () => clear).flat();
    const packets = packetsOf(pictures.map((nals) => nals.map((nal) => encrypted(nal))));
    const mend = createTrackMend(videoTrack(setsOf(clear[0])));
    const early = mendedPackets(packets.slice(0, packets.length / 2), mend);
    expect(mend.isEncrypted).toBe(true);
    expect(mendedPackets(packets.slice(packets.length / 2), mend)).toEqual([]);
    expect(early.length).toBeLessThan(packets.length / 4);
  });

  it.each([
    ['only slices', (nal: Buffer) => (isSlice(nal) ? encrypted(nal) : nal)],
    ['only the begin', (nal: Buffer) => encrypted(nal, 64)],
  ])('are noticed where it is %s', (_name, change) => {
    const pictures = fieldPictures('lossy-15fps.h264').map((nals) =>
      nals.map((nal) => change(nal)),
    );
    const mend = createTrackMend(videoTrack(setsOf(fieldPictures('lossy-15fps.h264')[0])));
    mendedPackets(packetsOf(pictures), mend);
    expect(mend.isEncrypted).toBe(true);
  });

  it('leave nothing to decode where the headers of NAL units are encrypted as well', () => {
    const random = seededRandom(5);
    const clear = fieldPictures('lossy-15fps.h264');
    for (let session = 0; session < 20; session += 1) {
      const garbled = clear.map((nals) =>
        nals.map((nal) => Buffer.from(nal.map(() => Math.floor(random() * 256)))),
      );
      const mend = createTrackMend(videoTrack(setsOf(clear[0])));
      const samples = go2rtcSamples(mendedPackets(packetsOf(garbled), mend));
      const isKeyframe = (nal: Buffer): boolean => (nal[0] ?? 0) % 32 === 5;
      expect(samples.filter(({ nals }) => nals.some(isKeyframe))).toEqual([]);
      expect(mend.isEncrypted).toBe(true);
    }
  });

  it('are over when they can be read again', () => {
    const clear = fieldPictures('lossy-15fps.h264');
    const mend = createTrackMend(videoTrack(setsOf(clear[0])));
    const pictures = [...clear.map((nals) => nals.map((nal) => encrypted(nal))), ...clear];
    expect(mendedPackets(packetsOf(pictures), mend).length).toBeGreaterThan(0);
    expect(mend.isEncrypted).toBe(false);
  });

  it.each(STREAMS)('are not seen in a healthy stream, whatever is lost of it: %s', (name) => {
    for (const loss of [0, 0.01, 0.1, 0.4]) {
      const random = seededRandom(loss * 1000);
      const pictures = Array.from({ length: 3 }, () => fieldPictures(name)).flat();
      for (const markers of ['last', 'each slice', 'never'] as const) {
        const packets = packetsOf(pictures, { markers, payloadBytes: 500 });
        const mend = createTrackMend(videoTrack(setsOf(pictures[0])));
        for (const { packet, picture } of packets.filter(() => random() >= loss)) {
          mend.push(packet, picture * 66);
          expect(mend.isEncrypted).toBe(false);
        }
      }
    }
  });
});

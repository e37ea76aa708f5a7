import { describe, expect, it } from 'vitest';
import { createTrackMend } from '../../src-main/app/rtsp/media/track-mend.ts';
import { go2rtcSamples, type Go2rtcSample } from '../support/go2rtc-depay.ts';
import { mendedPackets, setsOf, videoTrack } from '../support/mended.ts';
import { seededRandom } from '../simulated-recorder/seeded-random.ts';
import { fieldPictures, packetsOf, type PicturePacket } from '../support/rtp-stream.ts';
import { decodeLoosely, decodeStrictly } from '../support/strict-decode.ts';

const ROUNDS = 10;
const LEAST_SHARE_OF_FFMPEG = 0.8;
const START_CODE = Buffer.from([0, 0, 0, 1]);
const FRAGMENT = 28;

/** What ffmpeg's own RTP reader makes of packets: a byte stream, whatever is missing in it. */
function byteStream(packets: readonly PicturePacket[]): Buffer {
  const parts = packets.flatMap(({ packet }) => {
    const payload = packet.subarray(12);
    if ((payload.readUInt8(0) & 0x1f) !== FRAGMENT) return [START_CODE, payload];
    const flags = payload.readUInt8(1);
    const header = Buffer.from([(payload.readUInt8(0) & 0x60) | (flags & 0x1f)]);
    return [...((flags & 0x80) === 0 ? [] : [START_CODE, header]), payload.subarray(2)];
  });
  return Buffer.concat(parts);
}

function spoiled(packets: PicturePacket[], loss: number, reordered: number): PicturePacket[] {
  const random = seededRandom(1000 * loss + reordered);
  const left = packets.filter(() => random() >= loss);
  for (let at = 0; at + 4 < left.length; at += 1) {
    if (random() < reordered) {
      left.splice(at + 1 + Math.floor(random() * 2), 0, ...left.splice(at, 1));
      at += 3;
    }
  }
  return left;
}

/** go2rtc passes nothing on before one. */
function fromKeyframe(samples: readonly Go2rtcSample[]): readonly Go2rtcSample[] {
  const isKeyframe = ({ nals }: Go2rtcSample) =>
    nals.some((nal) => (nal.readUInt8(0) & 0x1f) === 5);
  return samples.slice(samples.findIndex(isKeyframe));
}

/**
 * Chromium gives a decoder one access unit at a time and ends everything at the first that it refuses. What goes on of a lossy stream
 * has to be decoded without any refusal, and to show about what ffmpeg shows of the same packets, which joins and skips as it likes.
 */
describe.each(['lossy-15fps.h264', 'four-slices.h264'])('%s with losses', (name) => {
  it.each([
    { loss: 0.003, reordered: 0 },
    { loss: 0.01, reordered: 0 },
    { loss: 0.03, reordered: 0 },
    { loss: 0.01, reordered: 0.05 },
    { loss: 0.03, reordered: 0.05 },
    { loss: 0.2, reordered: 0.05 },
  ])('is decoded without refusal: $loss lost, $reordered reordered', async (how) => {
    const pictures = Array.from({ length: ROUNDS }, () => fieldPictures(name)).flat();
    const sets = setsOf(pictures[0]);
    const packets = spoiled(packetsOf(pictures), how.loss, how.reordered);
    const out = mendedPackets(packets, createTrackMend(videoTrack(sets)));
    const samples = fromKeyframe(go2rtcSamples(out, sets));
    const [strict, loose] = await Promise.all([
      decodeStrictly(samples, sets),
      decodeLoosely(byteStream(packets)),
    ]);
    expect(strict.refused, strict.log).toBe(0);
    // Of a stream with several slices ffmpeg shows some pictures twice.
    const shown = Math.min(loose.pictures, pictures.length);
    expect(strict.pictures).toBeGreaterThanOrEqual(LEAST_SHARE_OF_FFMPEG * shown);
  });
});

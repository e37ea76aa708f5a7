import { describe, expect, it } from 'vitest';
import { createTrackMend } from '../../../../src-main/app/rtsp/media/track-mend.ts';
import { go2rtcSamples } from '../../../support/go2rtc-depay.ts';
import { setsOf, videoTrack } from '../../../support/mended.ts';
import { seededRandom } from '../../../simulated-recorder/seeded-random.ts';
import { fieldPictures, packetsOf, rtpPacket } from '../../../support/rtp-stream.ts';

const PICTURES = fieldPictures('four-slices.h264');
const SEEDS = Array.from({ length: 25 }, (_, seed) => seed);
const HELD_PACKETS = 40;

/** A stream with everything wrong at once, by chance: losses, copies, another order, changed bits, garbage in between. */
function spoiledStream(random: () => number): Buffer[] {
  const markers = (['last', 'each slice', 'never'] as const)[Math.floor(random() * 3)] ?? 'last';
  const payloadBytes = 20 + Math.floor(random() * 1400);
  const stream = packetsOf(PICTURES, { markers, payloadBytes }).map(({ packet }) => packet);
  return stream.flatMap((packet, at) => {
    const chance = random();
    if (chance < 0.03) return [];
    if (chance < 0.05) return [packet, Buffer.from(packet)];
    if (chance < 0.08) return [garbage(random)];
    if (chance < 0.1) return [flipped(packet, random)];
    if (chance < 0.13)
      return [rtpPacket({ number: at, stamp: at * 6000 }, garbage(random)), packet];
    return [packet];
  });
}

function garbage(random: () => number): Buffer {
  return Buffer.from(Array.from({ length: Math.floor(random() * 60) }, () => random() * 256));
}

function flipped(packet: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(packet);
  copy[Math.floor(random() * copy.length)] = random() * 256;
  return copy;
}

function shuffled(packets: Buffer[], random: () => number): Buffer[] {
  for (let at = 0; at + 4 < packets.length; at += 4) {
    if (random() < 0.2) packets.splice(at + 3, 0, ...packets.splice(at, 1));
  }
  return packets;
}

describe.each(['H264', 'H265', 'JPEG'])('whatever comes as %s', (encoding) => {
  it.each(SEEDS)('nothing throws, little is kept, and numbers go on (%i)', (seed) => {
    const random = seededRandom(seed);
    const sets = encoding === 'H264' ? setsOf(PICTURES[0]) : [];
    const track = { ...videoTrack(sets), encoding };
    const mend = createTrackMend(track);
    const out: Buffer[] = [];
    let pushed = 0;
    for (const packet of shuffled(spoiledStream(random), random)) {
      pushed += 1;
      out.push(...mend.push(packet, pushed * 5));
      if (random() < 0.01) out.push(...mend.idle());
    }
    out.push(...mend.flush());
    const [first] = out;
    const begin = first?.readUInt16BE(2) ?? 0;
    expect(out.map((packet) => packet.readUInt16BE(2))).toEqual(
      out.map((_, at) => (begin + at) % 65_536),
    );
    expect(mend.takeLost()).toBeGreaterThanOrEqual(0);
    expect(mend.isEncrypted).toBe(false);
  });
});

describe('whatever is lost', () => {
  it.each(SEEDS)('each sample begins a picture that a decoder can read (%i)', (seed) => {
    const random = seededRandom(seed);
    const mend = createTrackMend(videoTrack(setsOf(PICTURES[0])));
    const out = [
      ...shuffled(spoiledStream(random), random).flatMap((packet, at) => mend.push(packet, at * 5)),
      ...mend.flush(),
    ];
    const samples = go2rtcSamples(out, setsOf(PICTURES[0]));
    for (const { nals } of samples) {
      const slices = nals.filter((nal) => [1, 5].includes(nal.readUInt8(0) & 0x1f));
      expect(slices.length).toBeGreaterThan(0);
    }
  });

  it('no more than a few packets wait for one that does not come', () => {
    const mend = createTrackMend(videoTrack(setsOf(PICTURES[0])));
    let waiting = 0;
    packetsOf(PICTURES).forEach(({ packet }, at) => {
      if (at % 5 === 2) return;
      waiting += 1 - mend.push(packet, at * 5).length;
      expect(waiting).toBeLessThan(HELD_PACKETS);
    });
  });
});

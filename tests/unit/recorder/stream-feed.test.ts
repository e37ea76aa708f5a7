import type { Socket } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { ChannelClock } from '../../simulated-recorder/media/channel-clock.ts';
import type { Clip } from '../../simulated-recorder/media/clip.ts';
import { payloadsOf } from '../../simulated-recorder/media/rtp-packets.ts';
import { StreamFeed } from '../../simulated-recorder/media/stream-feed.ts';

const FRAME_MS = 100;
const KEYFRAME_EVERY = 3;
const FRAMES = 6;

const clip: Clip = {
  codec: 'H.264',
  vps: null,
  frameRate: 10,
  keyframeEvery: KEYFRAME_EVERY,
  sps: Buffer.alloc(4),
  pps: Buffer.alloc(4),
  frames: Array.from({ length: FRAMES }, (_, index) => ({
    isKeyframe: index % KEYFRAME_EVERY === 0,
    payloads: payloadsOf([Buffer.from([0x41, index])]),
    shownAfter: 0,
  })),
};

/** A feed whose frame numbers are multiples of 100 ms (channel 12 has no phase here), and what its viewer got. */
function setUp(backlogBytes = 0) {
  const clock = new ChannelClock({
    ...{ channel: 12, frameRate: 10, startedAtMs: 0, keyframeEvery: KEYFRAME_EVERY },
  });
  const fault = { isFrozen: false, isRepeating: false, isLosing: false, packetLoss: 0 };
  const feed = new StreamFeed(clip, clock, {
    isFrozen: () => fault.isFrozen,
    isRepeating: () => fault.isRepeating,
    isLosing: () => fault.isLosing,
    packetLoss: () => fault.packetLoss,
    burstMs: () => 0,
  });
  const sent: { frame: number; timestamp: number; sequence: number }[] = [];
  const write = (rtp: Buffer) =>
    sent.push({
      frame: rtp.readUInt8(17),
      timestamp: rtp.readUInt32BE(8),
      sequence: rtp.readUInt16BE(6),
    });
  const socket = { write, writableLength: backlogBytes } as unknown as Socket;
  const viewer = { socket, rtpChannel: 0, awaitsKeyframe: true, onTooSlow: vi.fn() };
  const runTo = (frame: number) => feed.advance(frame * FRAME_MS + 1);
  return { feed, viewer, sent, fault, runTo };
}

const distances = (values: number[], modulus: number) =>
  values.slice(1).map((value, index) => (value - (values[index] ?? 0) + modulus) % modulus);

describe('StreamFeed', () => {
  it('starts a late viewer with the next keyframe', () => {
    const { feed, viewer, sent, runTo } = setUp();
    feed.add(viewer, 1 * FRAME_MS + 1);
    runTo(2);
    expect(sent).toEqual([]);
    runTo(4);
    expect(sent.map((each) => each.frame)).toEqual([3, 4]);
  });

  it('loops with timestamps and sequence numbers going on', () => {
    const { feed, viewer, sent, runTo } = setUp();
    feed.add(viewer, 0);
    for (let frame = 1; frame <= 14; frame += 1) runTo(frame);
    expect(sent.map((each) => each.frame)).toEqual([3, 4, 5, 0, 1, 2, 3, 4, 5, 0, 1, 2]);
    const timestamps = sent.map((each) => each.timestamp);
    expect(new Set(distances(timestamps, 2 ** 32))).toEqual(new Set([9000]));
    const sequences = sent.map((each) => each.sequence);
    expect(new Set(distances(sequences, 2 ** 16))).toEqual(new Set([1]));
  });

  it('sends nothing while frozen and goes on in the present with a keyframe', () => {
    const { feed, viewer, sent, fault, runTo } = setUp();
    feed.add(viewer, 0);
    runTo(4);
    fault.isFrozen = true;
    runTo(7);
    fault.isFrozen = false;
    runTo(10);
    expect(sent.map((each) => each.frame)).toEqual([3, 4, 3, 4]);
    const timestamps = sent.map((each) => each.timestamp);
    expect(distances(timestamps, 2 ** 32)).toEqual([9000, 45_000, 9000]);
  });

  it('loses every fourth frame but no keyframe, which no number of a packet tells', () => {
    const { feed, viewer, sent, fault, runTo } = setUp();
    feed.add(viewer, 0);
    fault.isLosing = true;
    for (let frame = 1; frame <= 12; frame += 1) runTo(frame);
    expect(sent.map((each) => each.frame)).toEqual([3, 5, 0, 1, 3, 4, 5, 0]);
    const sequences = sent.map((each) => each.sequence);
    expect(new Set(distances(sequences, 2 ** 16))).toEqual(new Set([1]));
  });

  it('loses packets, whose numbers are missing then', () => {
    const { feed, viewer, sent, fault, runTo } = setUp();
    feed.add(viewer, 0);
    fault.packetLoss = 0.3;
    for (let frame = 1; frame <= 60; frame += 1) runTo(frame);
    const steps = distances(
      sent.map((each) => each.sequence),
      2 ** 16,
    );
    const missing = steps.reduce((sum, step) => sum + step - 1, 0);
    expect(missing).toBeGreaterThan(5);
    expect(missing + sent.length).toBeLessThanOrEqual(60);
  });

  it('shows two viewers the same moment', () => {
    const { feed, viewer, sent, runTo } = setUp();
    const second = setUp();
    feed.add(viewer, 0);
    runTo(4);
    feed.add(second.viewer, 4 * FRAME_MS + 1);
    runTo(7);
    expect(second.sent).toEqual(sent.slice(3));
    expect(second.sent.map((each) => each.frame)).toEqual([0, 1]);
  });

  it('skips to the present after the process slept', () => {
    const { feed, viewer, sent, runTo } = setUp();
    feed.add(viewer, 0);
    runTo(3);
    runTo(100);
    runTo(102);
    expect(sent.map((each) => each.frame)).toEqual([3, 0]);
  });

  it('reports a client that does not read', () => {
    const { feed, viewer, runTo } = setUp(64 * 1024 * 1024);
    feed.add(viewer, 0);
    runTo(3);
    expect(viewer.onTooSlow).toHaveBeenCalled();
  });

  it('repeats the newest keyframe at full pace, and goes on with the next keyframe', () => {
    const { feed, viewer, sent, fault, runTo } = setUp();
    feed.add(viewer, 0);
    for (let frame = 1; frame <= 4; frame += 1) runTo(frame);
    fault.isRepeating = true;
    for (let frame = 5; frame <= 7; frame += 1) runTo(frame);
    fault.isRepeating = false;
    for (let frame = 8; frame <= 10; frame += 1) runTo(frame);
    expect(sent.map((each) => each.frame)).toEqual([3, 4, 3, 3, 3, 3, 4]);
    const timestamps = sent.map((each) => each.timestamp);
    expect(distances(timestamps.slice(0, 5), 2 ** 32)).toEqual([9000, 9000, 9000, 9000]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  MseBuffer,
  PENDING_LIMIT_BYTES,
} from '../../../../../src-renderer/player/media/mse-buffer.ts';
import { FakeSourceBuffer, fragment } from '../fake-media.ts';

const KEYFRAME = fragment({ isKeyframe: true });
const DELTA = fragment({ isKeyframe: false });

function createBuffer() {
  const video = { playheadS: 0 };
  const faults: string[] = [];
  const buffer = new MseBuffer(() => video.playheadS, {
    onBroken: (detail) => faults.push(detail),
  });
  const source = new FakeSourceBuffer();
  return {
    buffer,
    source,
    video,
    faults,
    attach: () => buffer.attach(source as unknown as SourceBuffer),
  };
}

describe('MseBuffer', () => {
  it('keeps what arrives before the source buffer exists', () => {
    const { buffer, source, attach } = createBuffer();
    buffer.append(DELTA);
    attach();
    expect(source.appended).toEqual([DELTA.byteLength]);
  });

  it('appends one at a time and everything that waited in one go', () => {
    const { buffer, source, attach } = createBuffer();
    attach();
    for (let count = 0; count < 4; count++) buffer.append(DELTA);
    expect(source.appended).toEqual([DELTA.byteLength]);
    source.finish();
    expect(source.appended).toEqual([DELTA.byteLength, 3 * DELTA.byteLength]);
  });

  it('starts over instead of growing when nothing is taken any more', () => {
    const { buffer, source, faults, attach } = createBuffer();
    attach();
    const chunk = new ArrayBuffer(1024 * 1024);
    const fitting = PENDING_LIMIT_BYTES / chunk.byteLength;
    for (let count = 0; count <= fitting; count++) buffer.append(chunk);
    expect(faults).toEqual([]);
    buffer.append(chunk);
    expect(faults).toEqual(['media arrives faster than it is taken']);
    expect(source.appended).toHaveLength(1);
  });

  it('cuts played media off at a keyframe, a hair before it', () => {
    const { buffer, source, video, attach } = createBuffer();
    attach();
    // One second an append, a keyframe every five.
    for (let second = 0; second < 25; second++) {
      video.playheadS = second;
      buffer.append(second % 5 === 0 ? KEYFRAME : DELTA);
      while (source.updating) source.finish();
    }
    const cutsMs = source.removed.map(([, endS]) => Math.round(endS * 1000));
    expect(cutsMs).toEqual([4995, 9995, 14_995, 19_995]);
    expect(buffer.ranges).toEqual([{ startS: 19.995, endS: 25 }]);
  });

  it('bounds what a hidden page receives and does not play', () => {
    const { buffer, source, attach } = createBuffer();
    attach();
    for (let second = 0; second < 300; second++) {
      buffer.append(second % 5 === 0 ? KEYFRAME : DELTA);
      while (source.updating) source.finish();
    }
    const [range] = buffer.ranges;
    expect((range?.endS ?? 0) - (range?.startS ?? 0)).toBeLessThan(41);
  });

  it('makes room when the source buffer is full, and appends then', () => {
    const { buffer, source, video, faults, attach } = createBuffer();
    attach();
    for (const chunk of [KEYFRAME, DELTA, KEYFRAME]) {
      buffer.append(chunk);
      source.finish();
    }
    video.playheadS = 4;
    source.appendError = new DOMException('full', 'QuotaExceededError');
    buffer.append(DELTA);
    expect(source.removed).toEqual([[0, 1.995]]);
    source.appendError = null;
    source.finish();
    expect(source.appended).toHaveLength(4);
    expect(faults).toEqual([]);
  });

  it('gives up when it is full and nothing can go', () => {
    const { buffer, source, faults, attach } = createBuffer();
    attach();
    source.appendError = new DOMException('full', 'QuotaExceededError');
    buffer.append(KEYFRAME);
    expect(faults).toEqual(['full']);
  });

  it('puts a new connection behind the old media, whose leftovers count for nothing', () => {
    const { buffer, source, attach } = createBuffer();
    attach();
    buffer.append(KEYFRAME);
    buffer.append(DELTA);
    buffer.end();
    expect(buffer.connectionStartS).toBeNull();
    buffer.restart('video/mp4; codecs="avc1.64002A"');
    buffer.append(KEYFRAME);
    expect(source.aborts).toBe(0);
    source.finish();
    expect(source).toMatchObject({
      aborts: 1,
      timestampOffset: 1,
      mime: 'video/mp4; codecs="avc1.64002A"',
    });
    expect(source.appended).toHaveLength(2);
    expect(buffer.connectionStartS).toBe(1);
  });

  it('remembers the least that was left to play', () => {
    const { buffer, source, video, attach } = createBuffer();
    attach();
    buffer.append(KEYFRAME);
    source.finish();
    buffer.takeLowestAheadMs();
    video.playheadS = 0.9;
    buffer.append(DELTA);
    source.finish();
    video.playheadS = 1;
    expect(buffer.takeLowestAheadMs()).toBeCloseTo(100);
    expect(buffer.takeLowestAheadMs()).toBeCloseTo(1000);
  });
});

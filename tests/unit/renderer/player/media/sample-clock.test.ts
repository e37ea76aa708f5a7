import { describe, expect, it } from 'vitest';
import {
  SampleClock,
  TICKS_PER_SECOND,
} from '../../../../../src-renderer/player/media/sample-clock.ts';

const FRAME = TICKS_PER_SECOND / 15;
const LOST = 91;
const FRAME_MS = 1000 / 15;

interface Sent {
  /** In frames. */
  shownAt: number;
  order: number | null;
  isKeyframe?: boolean;
  atMs?: number;
}

/** What go2rtc writes: the difference to the timestamp before, or, where that is not within a second, 1 ms that it then counts. */
function packed(stream: readonly Sent[]) {
  let before = -TICKS_PER_SECOND * 2;
  return stream.map(({ shownAt, order, isKeyframe = false, atMs }, index) => {
    const timestamp = Math.round(shownAt * FRAME);
    const step = timestamp - before;
    const isLost = step <= 0 || step > TICKS_PER_SECOND;
    before = isLost ? timestamp + LOST : timestamp;
    return { ticks: isLost ? LOST : step, order, isKeyframe, atMs: atMs ?? index * FRAME_MS };
  });
}

function timesOf(stream: readonly Sent[]) {
  const clock = new SampleClock();
  return packed(stream).map((sample) => {
    const time = clock.next(sample);
    return { ...time, shownTicks: time.decodeTicks + time.shownAfterTicks };
  });
}

/** I B B P B B P …, as it is sent: references first. */
function bFrames(groups: number, orderStep: number): Sent[] {
  const order = [0, 3, 1, 2, 6, 4, 5, 9, 7, 8];
  return Array.from({ length: groups }, (_, group) =>
    order.map((place) => ({
      shownAt: group * order.length + place,
      order: place * orderStep,
      isKeyframe: place === 0,
    })),
  ).flat();
}

describe('SampleClock', () => {
  it('leaves a steady stream as go2rtc packed it', () => {
    const times = timesOf(Array.from({ length: 20 }, (_, n) => ({ shownAt: n, order: null })));
    expect(times.map(({ shownAfterTicks }) => shownAfterTicks)).toEqual(Array(20).fill(0));
    expect(times.slice(1).map(({ durationTicks }) => durationTicks)).toEqual(Array(19).fill(FRAME));
  });

  it.each([1, 2])('finds when B-frames are shown again, where order counts by %i', (orderStep) => {
    const stream = bFrames(6, orderStep);
    const times = timesOf(stream);
    // The first group is needed to learn; from then on every picture is in its place.
    const settled = times.slice(10);
    const shift = (settled[0]?.shownTicks ?? 0) - 10 * FRAME;
    expect(settled.map(({ shownTicks }) => shownTicks - shift)).toEqual(
      stream.slice(10).map(({ shownAt }) => shownAt * FRAME),
    );
    expect(settled.every(({ shownAfterTicks }) => shownAfterTicks >= 0)).toBe(true);
  });

  it('decodes without gaps, and neither faster nor slower than time', () => {
    const times = timesOf(bFrames(60, 2));
    times.slice(1).forEach(({ decodeTicks }, index) => {
      const before = times[index];
      expect(decodeTicks).toBe((before?.decodeTicks ?? 0) + (before?.durationTicks ?? 0));
    });
    const span = (times.at(-1)?.decodeTicks ?? 0) - (times[300]?.decodeTicks ?? 0);
    expect(span / FRAME).toBeCloseTo(299, 0);
  });

  it.each([
    ['a keyframe', 40],
    ['a picture in the middle of a group', 44],
  ])('keeps B-frames in their places after a pause before %s', (_, pausedAt) => {
    const pause = 45;
    const stream = bFrames(20, 2).map((sent, index) => {
      const shownAt = sent.shownAt + (index < pausedAt ? 0 : pause);
      return { ...sent, shownAt, atMs: (index + (index < pausedAt ? 0 : pause)) * FRAME_MS };
    });
    const times = timesOf(stream);
    const settled = times.slice(60);
    const shift = (settled[0]?.shownTicks ?? 0) - (60 + pause) * FRAME;
    expect(settled.map(({ shownTicks }) => shownTicks - shift)).toEqual(
      stream.slice(60).map(({ shownAt }) => shownAt * FRAME),
    );
    // How long the pause was is known to the frame or so, by when pictures arrive.
    const shiftBefore = (times[10]?.shownTicks ?? 0) - 10 * FRAME;
    expect(Math.abs(shift - shiftBefore)).toBeLessThanOrEqual(3 * FRAME);
    expect(settled.every(({ shownAfterTicks }) => shownAfterTicks >= 0)).toBe(true);
    expect(settled.every(({ shownAfterTicks }) => shownAfterTicks < 8 * FRAME)).toBe(true);
  });

  it('knows the pace of a stream of less than one frame a second by when its frames arrive', () => {
    const times = timesOf(
      Array.from({ length: 6 }, (_, n) => ({ shownAt: n * 30, order: null, atMs: n * 2000 })),
    );
    expect(times.slice(1).map(({ durationTicks }) => durationTicks)).toEqual(
      Array(5).fill(2 * TICKS_PER_SECOND),
    );
  });

  it('takes a camera that sets its clock for what it is', () => {
    const times = timesOf([
      ...Array.from({ length: 5 }, (_, n) => ({ shownAt: n, order: null })),
      ...Array.from({ length: 5 }, (_, n) => ({ shownAt: 90_000 + n, order: null })),
    ]);
    expect(times.slice(1).every(({ durationTicks }) => durationTicks === FRAME)).toBe(true);
  });

  it('waits for no pause longer than 20 s', () => {
    const times = timesOf([
      { shownAt: 0, order: null, atMs: 0 },
      { shownAt: 9000, order: null, atMs: 600_000 },
    ]);
    expect(times[1]?.durationTicks).toBe(20 * TICKS_PER_SECOND);
  });
});

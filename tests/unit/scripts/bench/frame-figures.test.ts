import { describe, expect, it } from 'vitest';
import { lagMs } from '../../../../scripts/bench/frame-clock.ts';
import { shownPerSecond } from '../../../../scripts/bench/frame-rate.ts';
import { ChannelClock } from '../../../simulated-recorder/media/channel-clock.ts';

const STARTED_AT_MS = 1_800_000_000_000;
const FRAME_MS = 1_000 / 15;
const LOOP_FRAMES = 180;

describe('the lag of a picture', () => {
  const channel = 17;
  const clock = new ChannelClock({
    ...{ channel, frameRate: 15, startedAtMs: STARTED_AT_MS, keyframeEvery: 60 },
  });

  it.each([0, 1, 5, 179])('of %d frames is told although the loop goes round', (behind) => {
    for (const newest of [0, 3, 179, 180, 100_000]) {
      const seen = {
        channel,
        frame: (newest - behind + LOOP_FRAMES) % LOOP_FRAMES,
        atEpochMs: clock.dueAtMs(newest) + FRAME_MS / 2,
      };
      expect(lagMs(seen, STARTED_AT_MS)).toBeCloseTo(behind * FRAME_MS);
    }
  });
});

describe('frames shown a second', () => {
  const count = (id: number, frames: number, atMs: number, deliveredFrames = frames) => ({
    ...{ id, presentedFrames: frames, deliveredFrames, atMs },
  });

  it('adds up the videos, each over its own time', () => {
    const before = [count(1, 100, 0), count(2, 50, 40)];
    const after = [count(1, 130, 2_000), count(2, 80, 2_040)];
    expect(shownPerSecond(before, after, 2_000)).toBeCloseTo(30);
  });

  it('believes the lower of both counts of each video', () => {
    const before = [count(1, 0, 0), count(2, 0, 0)];
    const after = [count(1, 15, 1_000, 3), count(2, 4, 1_000, 15)];
    expect(shownPerSecond(before, after, 1_000)).toBeCloseTo(7);
  });

  it('counts what a new or restarted video has shown, and nothing of one that is gone', () => {
    const before = [count(1, 100, 0), count(2, 100, 0)];
    const after = [count(1, 10, 1_000), count(3, 5, 1_000)];
    expect(shownPerSecond(before, after, 1_000)).toBeCloseTo(15);
  });
});

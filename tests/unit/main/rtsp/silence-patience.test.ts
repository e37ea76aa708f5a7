import { describe, expect, it } from 'vitest';
import { SilencePatience } from '../../../../src-main/app/rtsp/server/silence-patience.ts';

/** Packets of a session that begins at 0, each so many milliseconds after the one before. */
function session(patience: SilencePatience, gapsMs: readonly number[], stampStepMs?: number) {
  let nowMs = 0;
  const given: boolean[] = [];
  patience.begin(nowMs);
  for (const gapMs of gapsMs) {
    given.push(patience.isOver(nowMs + gapMs - 1));
    nowMs += gapMs;
    patience.onPacket(nowMs, stampStepMs ?? gapMs);
  }
  return {
    isEverOver: given.includes(true),
    overAfter: (ms: number) => patience.isOver(nowMs + ms),
  };
}

const many = (gapMs: number, count = 40): number[] => Array<number>(count).fill(gapMs);

describe('a session', () => {
  it('of an ordinary stream is given up after 5 s', () => {
    const { isEverOver, overAfter } = session(new SilencePatience(), many(66));
    expect([isEverOver, overAfter(4900), overAfter(5100)]).toEqual([false, false, true]);
  });

  it.each([2000, 4000, 8000, 16_000])('of a frame every %i ms is kept from the begin', (gapMs) => {
    // The first keyframe may be the second frame from now on.
    const { isEverOver, overAfter } = session(new SilencePatience(), [2 * gapMs, ...many(gapMs)]);
    expect([isEverOver, overAfter(2 * gapMs), overAfter(45_100)]).toEqual([false, false, true]);
  });

  it('of a slow stream that begins with what was cached is kept', () => {
    const patience = new SilencePatience();
    patience.begin(0);
    for (let picture = 0; picture < 5; picture += 1) patience.onPacket(1, 16_000);
    expect([patience.isOver(17_000), patience.isOver(46_000)]).toEqual([false, true]);
  });

  it.each([66, 2000])('whose stamps stand is kept: a packet every %i ms', (gapMs) => {
    const { isEverOver, overAfter } = session(new SilencePatience(), many(gapMs, 400), 0);
    expect([isEverOver, overAfter(gapMs), overAfter(45_100)]).toEqual([false, false, true]);
  });

  it.each([3000, 6000])('of frames that come every %i ms at once is kept', (burstMs) => {
    const patience = new SilencePatience();
    const frames = Math.floor(burstMs / 66);
    const gaps = Array.from({ length: 10 }, () => [burstMs, ...many(1, frames)]).flat();
    const { isEverOver, overAfter } = session(patience, gaps.slice(1), 66);
    expect([isEverOver, overAfter(burstMs), overAfter(45_100)]).toEqual([false, false, true]);
  });

  it('whose clock was set goes on as it was', () => {
    const patience = new SilencePatience();
    session(patience, many(66));
    session(patience, [66, 66]);
    patience.onPacket(132, 3_600_000);
    const { overAfter } = session(patience, many(66));
    expect([overAfter(4900), overAfter(5100)]).toEqual([false, true]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  AT_EDGE,
  jumpToEdge,
  stepEdge,
} from '../../../../../src-renderer/player/delay/live-edge.ts';
import type { EdgeSample, EdgeState } from '../../../../../src-renderer/player/delay/live-edge.ts';

const TICK_MS = 250;

const sampleOf = (sample: Partial<EdgeSample>): EdgeSample => ({
  nowMs: 60_000,
  currentTimeS: 50,
  ranges: [{ startS: 40, endS: 50.3 }],
  lowestAheadMs: 250,
  firstFrameAtMs: 0,
  ...sample,
});

/** Plays `aheadMs` for six ticks, as long as the controller's window. */
const settle = (aheadMs: number, from: EdgeState = AT_EDGE, sample: Partial<EdgeSample> = {}) => {
  let state = from;
  let seekToS: number | null = null;
  for (let tick = 0; tick < 6; tick++) {
    const endS = 50 + aheadMs / 1000;
    const ranges = [{ startS: 40, endS }];
    const nowMs = 60_000 + tick * TICK_MS;
    const step = stepEdge(state, sampleOf({ nowMs, ranges, lowestAheadMs: aheadMs, ...sample }));
    state = step.state;
    seekToS ??= step.seekToS;
  }
  return { state, seekToS };
};

describe('speed', () => {
  it.each([
    [10, 0.95],
    [60, 1],
    [250, 1],
    [390, 1],
    [450, 1.1],
    [900, 1.25],
    [1800, 1.5],
    [3500, 2],
  ])('%i ms of avoidable delay -> x%d', (aheadMs, rate) => {
    expect(settle(aheadMs)).toMatchObject({ state: { rate }, seekToS: null });
  });

  it('keeps catching up below the threshold that started it', () => {
    const fast = settle(450).state;
    expect(settle(300, fast).state.rate).toBe(1.1);
    expect(settle(190, fast).state.rate).toBe(1);
  });

  it('keeps slowing down above the threshold that started it', () => {
    const slow = settle(10).state;
    expect(settle(100, slow).state.rate).toBe(0.95);
    expect(settle(130, slow).state.rate).toBe(1);
  });

  it('steers by the lowest of the last samples, not by a bunch that just arrived', () => {
    const state = settle(250).state;
    const burst = stepEdge(state, sampleOf({ lowestAheadMs: 1500 }));
    expect(burst.state.rate).toBe(1);
  });
});

describe('slow streams', () => {
  /** Media that grows by a whole frame each time; between arrivals it is played. */
  const settleSlow = (intervalMs: number, floorMs: number, from?: EdgeState) => {
    let state = from ?? { ...AT_EDGE, stepsMs: Array.from({ length: 5 }, () => intervalMs) };
    for (let nowMs = 0; nowMs < 20 * intervalMs; nowMs += TICK_MS) {
      const playedMs = nowMs % intervalMs;
      const currentTimeS = 50 + nowMs / 1000;
      const aheadMs = floorMs + intervalMs - playedMs;
      const ranges = [{ startS: 40, endS: currentTimeS + aheadMs / 1000 }];
      const lowestAheadMs = playedMs === 0 ? floorMs : aheadMs;
      state = stepEdge(
        state,
        sampleOf({ nowMs: 60_000 + nowMs, currentTimeS, ranges, lowestAheadMs }),
      ).state;
    }
    return state;
  };

  it.each([
    [1000, 300, 0.95],
    [1000, 350, 1],
    [1000, 690, 1],
    [1000, 750, 1.1],
    [2000, 300, 0.95],
    [2000, 690, 1],
    [2000, 750, 1.1],
    [500, 70, 0.95],
    [500, 100, 1],
    [500, 440, 1],
    [500, 460, 1.1],
    [250, 40, 1],
    [250, 390, 1],
    [250, 410, 1.1],
  ])('a frame every %i ms, %i ms left before the next one -> x%d', (intervalMs, floorMs, rate) => {
    expect(settleSlow(intervalMs, floorMs).rate).toBe(rate);
  });

  it('is known as such after five frames', () => {
    const { rate, stepsMs } = settleSlow(1000, 300, AT_EDGE);
    expect(rate).toBe(0.95);
    expect(stepsMs.map(Math.round)).toEqual([1000, 1000, 1000, 1000, 1000]);
  });

  it('one step of usual size is enough for the usual floor: the large ones were held up', () => {
    const slow = settleSlow(1000, 300);
    const step = stepEdge(
      slow,
      sampleOf({ ranges: [{ startS: 40, endS: (slow.endS ?? 0) + 0.1 }] }),
    );
    expect(step.state.rate).toBe(1);
  });

  it('jumps to where the next frame is still in time, and keeps what it knows of the pace', () => {
    const slow = settleSlow(1000, 300);
    const step = jumpToEdge(slow, sampleOf({ ranges: [{ startS: 100, endS: 130 }] }));
    expect(step.seekToS).toBeCloseTo(129.5);
    expect(step.state.stepsMs).toEqual(slow.stepsMs);
  });
});

describe('jumps', () => {
  it('never before the first frame was shown', () => {
    expect(settle(9000, AT_EDGE, { firstFrameAtMs: null }).seekToS).toBeNull();
  });

  it('over a cached group of pictures right after the start', () => {
    const started = { firstFrameAtMs: 59_900 };
    expect(settle(900, AT_EDGE, started).seekToS).toBeNull();
    expect(settle(2000, AT_EDGE, started).seekToS).toBeCloseTo(51.8);
  });

  it('when a slow stream is late', () => {
    const slow: EdgeState = { ...AT_EDGE, stepsMs: [1000, 1000, 1000, 1000, 1000] };
    expect(settle(1400, slow).seekToS).toBeNull();
    expect(settle(1600, slow).seekToS).toBeCloseTo(50 + 1.6 - 0.5);
  });

  it('later only when far behind', () => {
    expect(settle(3900).seekToS).toBeNull();
    expect(settle(4100).seekToS).toBeCloseTo(53.9);
  });

  it('not again while the last one takes effect', () => {
    const jumped = settle(4100).state;
    const soon = sampleOf({ nowMs: jumped.jumpedAtMs + 1000, lowestAheadMs: 9000 });
    expect(stepEdge({ ...jumped, lowsMs: [] }, soon).seekToS).toBeNull();
  });

  it('to the newest media when the page was hidden', () => {
    const step = jumpToEdge(AT_EDGE, sampleOf({ ranges: [{ startS: 100, endS: 130 }] }));
    expect(step.seekToS).toBeCloseTo(129.8);
    expect(jumpToEdge(AT_EDGE, sampleOf({ ranges: [] })).seekToS).toBeNull();
  });
});

describe('gaps', () => {
  it.each([
    ['inside media', 5, [[0, 10]], null],
    ['at the newest end', 9.95, [[0, 10]], null],
    ['a little past the end', 10.3, [[0, 10]], null],
    ['far past the end', 15, [[0, 10]], 9.8],
    ['before everything, also before the first frame', 0, [[3, 10]], 3.01],
    [
      'at a hole',
      4.95,
      [
        [0, 5],
        [6, 10],
      ],
      6.01,
    ],
    [
      'in a hole',
      5.5,
      [
        [0, 5],
        [6, 10],
      ],
      6.01,
    ],
    ['without media', 5, [], null],
  ] as const)('%s', (_, currentTimeS, ranges, seekToS) => {
    const sample = sampleOf({
      currentTimeS,
      ranges: ranges.map(([startS, endS]) => ({ startS, endS })),
      firstFrameAtMs: null,
    });
    const step = stepEdge(AT_EDGE, sample);
    if (seekToS === null) expect(step.seekToS).toBeNull();
    else expect(step.seekToS).toBeCloseTo(seekToS);
  });
});

describe('late', () => {
  it('stays for streams of large steps until even the largest delay is small', () => {
    const slow: EdgeState = { ...AT_EDGE, stepsMs: [400, 400, 400, 400, 400], isLate: true };
    expect(settle(1300, slow).state.isLate).toBe(true);
    expect(settle(900, slow).state.isLate).toBe(false);
  });

  it('above 1.5 s, until below 1 s', () => {
    expect(settle(1400).state.isLate).toBe(false);
    const late = settle(1600).state;
    expect(late.isLate).toBe(true);
    expect(settle(1200, late).state.isLate).toBe(true);
    expect(settle(900, late).state.isLate).toBe(false);
  });

  it('until it has kept up for a while: a jump alone proves nothing', () => {
    const late = settle(1600).state;
    const jumped = jumpToEdge(late, sampleOf({})).state;
    expect(jumped.isLate).toBe(true);
    expect(stepEdge(jumped, sampleOf({})).state.isLate).toBe(true);
    expect(settle(250, jumped).state.isLate).toBe(false);
  });

  it('no longer, when a slow stream plays from one step of its media to the next', () => {
    let state: EdgeState = { ...AT_EDGE, isLate: true };
    for (let tick = 0; tick < 40; tick++) {
      const endS = 50.5 + Math.ceil(tick / 4);
      const ranges = [{ startS: 40, endS }];
      const lowestAheadMs = (endS - 50 - tick / 4) * 1000;
      const nowMs = 60_000 + tick * TICK_MS;
      state = stepEdge(state, sampleOf({ nowMs, ranges, lowestAheadMs })).state;
    }
    expect(state.isLate).toBe(false);
  });

  it('not while starting up', () => {
    expect(settle(990, AT_EDGE, { firstFrameAtMs: 59_000 }).state.isLate).toBe(false);
  });
});

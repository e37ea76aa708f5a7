import { describe, expect, it } from 'vitest';
import {
  isStale,
  NO_FRAMES,
  staleAfterMs,
  withFrame,
} from '../../../../../src-renderer/player/picture/stale-detector.ts';

const rhythmOf = (...timesMs: number[]) =>
  timesMs.reduce((rhythm, nowMs) => withFrame(rhythm, nowMs, 0), NO_FRAMES);
const steady = (intervalMs: number, count = 10) =>
  rhythmOf(...Array.from({ length: count }, (_, index) => 1000 + index * intervalMs));

describe('staleAfterMs', () => {
  it.each([
    [40, 1400],
    [66, 1400],
    [500, 1400],
    [1000, 2500],
    [2000, 5000],
    [5000, 6000],
  ])('a frame every %i ms -> %i ms', (intervalMs, expectedMs) => {
    expect(staleAfterMs(steady(intervalMs))).toBe(expectedMs);
  });

  it('is not spoilt by one freeze', () => {
    const frozen = [1000, 1066, 1132, 1198, 1264, 41_264, 41_330];
    expect(staleAfterMs(rhythmOf(...frozen))).toBe(1400);
  });
});

describe('isStale', () => {
  it('gives no verdict before the first frame', () => {
    expect(isStale(NO_FRAMES, 1_000_000, 0)).toBe(false);
  });

  it('notices a frozen camera within two seconds, tick included', () => {
    const rhythm = rhythmOf(1000, 1066);
    expect(isStale(rhythm, 1066 + 1300, 0)).toBe(false);
    expect(isStale(rhythm, 1066 + 1500, 0)).toBe(true);
  });

  it('does not flap on one frame a second', () => {
    const rhythm = steady(1000);
    const lastMs = rhythm.lastFrameAtMs ?? 0;
    expect(isStale(rhythm, lastMs + 1900, 0)).toBe(false);
    expect(isStale(rhythm, lastMs + 2600, 0)).toBe(true);
  });

  it('waits while a page that was hidden starts to paint', () => {
    expect(isStale(rhythmOf(1000, 1066), 60_000, 61_000)).toBe(false);
    expect(isStale(rhythmOf(1000, 1066), 61_000, 61_000)).toBe(true);
  });

  it('believes the stream’s own pace while its past is shown in quick succession', () => {
    const burst = [0, 1, 2, 3].reduce(
      (rhythm, second) => withFrame(rhythm, 5000 + second * 30, second),
      NO_FRAMES,
    );
    expect(isStale(burst, 5090 + 1900, 0)).toBe(false);
    expect(isStale(burst, 5090 + 2600, 0)).toBe(true);
  });

  it('gives the second frame more time: the pace is not known yet', () => {
    expect(isStale(rhythmOf(1000), 3400, 0)).toBe(false);
    expect(isStale(rhythmOf(1000), 3600, 0)).toBe(true);
  });

  it('survives a clock that is set back', () => {
    const rhythm = withFrame(rhythmOf(100_000), 40_000);
    expect(rhythm.gapsMs).toEqual([0]);
    expect(isStale(rhythm, 42_000, 0)).toBe(true);
  });
});

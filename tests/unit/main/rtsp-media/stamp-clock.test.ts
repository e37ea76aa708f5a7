import { describe, expect, it } from 'vitest';
import { StampClock } from '../../../../src-main/app/rtsp/media/stamp-clock.ts';
import { seededRandom } from '../../../simulated-recorder/seeded-random.ts';

const CLOCK_HZ = 90_000;
const PICTURE_MS = 1000 / 15;
const PICTURE_TICKS = CLOCK_HZ / 15;

/** How far stamps went in the second half of these pictures, in seconds, and the same of time. */
function secondHalf(
  pictures: number,
  stampOf: (at: number) => number,
  arrivalOf = (at: number): number => at * PICTURE_MS,
) {
  const clock = new StampClock(CLOCK_HZ);
  const out = Array.from({ length: pictures }, (_, at) =>
    clock.next(Math.round(stampOf(at)) >>> 0, arrivalOf(at)),
  );
  const half = Math.floor(pictures / 2);
  let ticks = 0;
  let leastStep = Infinity;
  let mostStep = -Infinity;
  for (let at = half + 1; at < pictures; at += 1) {
    const step = ((out[at] ?? 0) - (out[at - 1] ?? 0)) | 0;
    ticks += step;
    leastStep = Math.min(leastStep, step);
    mostStep = Math.max(mostStep, step);
  }
  const seconds = (arrivalOf(pictures - 1) - arrivalOf(half)) / 1000;
  return { out, clock, pace: ticks / CLOCK_HZ / seconds, leastStep, mostStep };
}

describe('stamps that are of use', () => {
  const random = seededRandom(5);
  it.each([
    ['exact', (at: number) => at * PICTURE_TICKS, undefined],
    ['across the end of their range', (at: number) => 0xffff_0000 + at * PICTURE_TICKS, undefined],
    ['with jitter', (at: number) => at * PICTURE_TICKS + random() * 3000, undefined],
    [
      'of B-frames',
      (at: number) => (at + ([0, 2, -1, -1][at % 4] ?? 0)) * PICTURE_TICKS,
      undefined,
    ],
    ['with one jump', (at: number) => at * PICTURE_TICKS + (at > 80 ? 5e8 : 0), undefined],
    [
      'that come in bursts',
      (at: number) => at * PICTURE_TICKS,
      (at: number) => Math.floor(at / 15) * 1000,
    ],
    [
      'behind a burst of old pictures',
      (at: number) => at * PICTURE_TICKS,
      (at: number) => Math.max(0, at - 60) * PICTURE_MS,
    ],
    ['of a frame every 2 s', (at: number) => at * 180_000, (at: number) => at * 2000],
  ])('go through unchanged: %s', (_name, stampOf, arrivalOf) => {
    const stamps: number[] = [];
    const { out, clock } = secondHalf(
      200,
      (at) => {
        stamps.push(Math.round(stampOf(at)) >>> 0);
        return stamps.at(-1) ?? 0;
      },
      arrivalOf,
    );
    expect(out).toEqual(stamps);
    expect(clock.isReplacing).toBe(false);
  });
});

describe('stamps that are of no use', () => {
  const random = seededRandom(6);
  it.each([
    ['standing still', () => 12_345],
    ['of whole seconds', (at: number) => Math.floor(at / 15) * CLOCK_HZ],
    ['counting at 8 kHz', (at: number) => (at * 8000) / 15],
    ['counting milliseconds', (at: number) => (at * 1000) / 15],
    ['counting microseconds', (at: number) => (at * 1_000_000) / 15],
    ['twice as fast', (at: number) => at * 2 * PICTURE_TICKS],
    ['half as fast', (at: number) => (at * PICTURE_TICKS) / 2],
    ['running backwards', (at: number) => 1e9 - at * PICTURE_TICKS],
    ['that are anything', () => random() * 0xffff_ffff],
  ])('are replaced by such at the pace of time: %s', (_name, stampOf) => {
    const { clock, pace, leastStep, mostStep } = secondHalf(300, stampOf);
    expect(clock.isReplacing).toBe(true);
    expect(pace).toBeGreaterThan(0.97);
    expect(pace).toBeLessThan(1.03);
    expect(leastStep).toBeGreaterThan(PICTURE_TICKS / 2);
    expect(mostStep).toBeLessThan(PICTURE_TICKS * 2);
  });

  it('are believed again when they are right', () => {
    const { out, clock } = secondHalf(400, (at) => (at < 60 ? 0 : at * PICTURE_TICKS));
    expect(clock.isReplacing).toBe(false);
    expect(out.at(-1)).toBe(399 * PICTURE_TICKS);
  });
});

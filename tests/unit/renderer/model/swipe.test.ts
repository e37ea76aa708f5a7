import { describe, expect, it } from 'vitest';
import { fingerStep, sidewaysPx, WheelSwipe } from '../../../../src-renderer/model/swipe.ts';

describe('a finger over the wall', () => {
  it.each([
    ['pulled to the left', -200, 20, 1],
    ['pulled to the right', 200, -20, -1],
    ['that trembles', 30, 0, null],
    ['moved aslant', -200, 150, null],
    ['moved down', 0, 300, null],
  ])('%s', (_path, px, py, step) => {
    expect(fingerStep(px, py)).toBe(step);
  });
});

describe('two fingers on a trackpad', () => {
  const EVERY_MS = 16;

  it('turn one page, however long the swipe runs out, and the next one after a pause', () => {
    const swipe = new WheelSwipe();
    const steps = Array.from({ length: 40 }, (_, at) => swipe.add(40, at * EVERY_MS));
    expect(steps.filter((step) => step !== null)).toEqual([1]);
    expect(swipe.add(-200, 40 * EVERY_MS)).toBeNull();
    expect(swipe.add(-200, 5_000)).toBe(-1);
  });

  it('that barely move turn nothing, and what they moved is forgotten', () => {
    const swipe = new WheelSwipe();
    expect([0, 1000, 2000, 3000].map((atMs) => swipe.add(50, atMs))).toEqual(Array(4).fill(null));
  });
});

describe('a mouse wheel with Shift', () => {
  it.each([
    ['where the system leaves it as it is', { deltaX: 0, deltaY: 100, shiftKey: true }, 100],
    ['where the system turns it sideways', { deltaX: -100, deltaY: 0, shiftKey: true }, -100],
    ['but not without', { deltaX: 0, deltaY: 100, shiftKey: false }, null],
  ])('is meant sideways %s', (_where, turned, px) => {
    expect(sidewaysPx(turned)).toBe(px);
  });

  it('turns a page at its first notch', () => {
    expect(new WheelSwipe().add(100, 0, true)).toBe(1);
    expect(new WheelSwipe().add(-53, 0, true)).toBe(-1);
  });
});

import { describe, expect, it } from 'vitest';
import { slotAfter } from '../../../../src-renderer/model/tile-step.ts';

describe('a key on a page of 7 tiles in rows of 3', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 3],
    ['ArrowRight', 6, 6],
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 5, 6],
    ['ArrowDown', 6, 6],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 1, 1],
    ['Home', 5, 0],
    ['End', 1, 6],
    ['x', 4, 4],
  ])('%s leads from %i to %i', (key, from, to) => {
    expect(slotAfter(key, from, 3, 7)).toBe(to);
  });
});

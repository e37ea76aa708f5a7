import { describe, expect, it } from 'vitest';
import { movedBefore, putBack } from '../../../../src-main/app/cameras/wall-order.ts';

const ORDER = [1, 2, 3, 4, 5];

describe('movedBefore', () => {
  it.each([
    { ids: [5], beforeId: 1, order: [5, 1, 2, 3, 4] },
    { ids: [1], beforeId: null, order: [2, 3, 4, 5, 1] },
    { ids: [1, 2], beforeId: 5, order: [3, 4, 1, 2, 5] },
    { ids: [4, 2], beforeId: 1, order: [2, 4, 1, 3, 5] },
    { ids: [2, 3], beforeId: 3, order: [1, 2, 3, 4, 5] },
    { ids: [1, 4, 5], beforeId: 4, order: [2, 3, 1, 4, 5] },
    { ids: [1, 2, 3, 4, 5], beforeId: 2, order: [1, 2, 3, 4, 5] },
    { ids: [3], beforeId: 4, order: [1, 2, 3, 4, 5] },
  ])('$ids before $beforeId: $order', ({ ids, beforeId, order }) => {
    expect(movedBefore(ORDER, new Set(ids), beforeId)).toEqual(order);
  });
});

describe('putBack', () => {
  it.each([
    { removed: [[1, 0]], left: [2, 3, 4, 5], order: [1, 2, 3, 4, 5] },
    {
      removed: [
        [2, 1],
        [5, 4],
      ],
      left: [1, 3, 4],
      order: [1, 2, 3, 4, 5],
    },
    {
      removed: [
        [2, 1],
        [3, 2],
      ],
      left: [5, 4, 1],
      order: [5, 2, 3, 4, 1],
    },
    {
      removed: [
        [2, 1],
        [5, 4],
      ],
      left: [1],
      order: [1, 2, 5],
    },
    { removed: [[3, 2]], left: [], order: [3] },
  ])('$removed into $left: $order', ({ removed, left, order }) => {
    const places = removed.map(([id = 0, place = 0]) => ({ id, place }));
    expect(putBack(left, places)).toEqual(order);
  });
});

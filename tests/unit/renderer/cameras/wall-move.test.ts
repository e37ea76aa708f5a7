import { describe, expect, it } from 'vitest';
import {
  beforeNeighbour,
  beforeNumber,
} from '../../../../src-renderer/features/cameras/bulk/wall-move.ts';

const WALL = [1, 2, 3, 4, 5, 6];

describe('a number on the wall', () => {
  it.each([
    { moving: [4], number: 1, beforeId: 1 },
    { moving: [1], number: 3, beforeId: 4 },
    { moving: [1], number: 6, beforeId: null },
    { moving: [2, 5], number: 2, beforeId: 3 },
    { moving: [2, 5], number: 5, beforeId: null },
    { moving: WALL, number: 1, beforeId: null },
  ])('$number for $moving is before $beforeId', ({ moving, number, beforeId }) => {
    expect(beforeNumber(WALL, new Set(moving), number)).toBe(beforeId);
  });
});

describe('one row up or down', () => {
  it.each([
    { listed: WALL, moving: [3], step: -1, beforeId: 2 },
    { listed: WALL, moving: [3], step: 1, beforeId: 5 },
    { listed: WALL, moving: [1], step: -1, beforeId: undefined },
    { listed: WALL, moving: [6], step: 1, beforeId: undefined },
    { listed: WALL, moving: [5], step: 1, beforeId: null },
    { listed: WALL, moving: [2, 4], step: 1, beforeId: 6 },
    { listed: WALL, moving: [2, 4], step: -1, beforeId: 1 },
    { listed: [1, 4, 6], moving: [6], step: -1, beforeId: 4 },
    { listed: [1, 4, 6], moving: [1], step: 1, beforeId: 5 },
    { listed: [1, 4], moving: [4], step: 1, beforeId: undefined },
  ] as const)('of $moving among $listed by $step is before $beforeId', (move) => {
    expect(beforeNeighbour(WALL, move.listed, new Set(move.moving), move.step)).toBe(move.beforeId);
  });
});

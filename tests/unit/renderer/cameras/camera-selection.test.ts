import { describe, expect, it } from 'vitest';
import {
  goTo,
  keepCursor,
  keepExisting,
  NO_SELECTION,
  tickAll,
  toggle,
  type Selection,
} from '../../../../src-renderer/features/cameras/table/camera-selection.ts';

const ORDER = [10, 20, 30, 40, 50];
const at = (cursor: number, ids: number[] = [], anchor = cursor): Selection => ({
  ids: new Set(ids),
  cursor,
  anchor,
});
const ids = (selection: Selection): number[] => [...selection.ids];

describe('the cursor', () => {
  it.each([
    [0, 10],
    [2, 30],
    [-1, 10],
    [99, 50],
  ])('goes to row %i: camera %i, and ticks nothing', (index, cursor) => {
    expect(goTo(NO_SELECTION, ORDER, index, false)).toEqual(at(cursor));
  });

  it('stays where it is in an empty list', () => {
    expect(goTo(NO_SELECTION, [], 0, false)).toBe(NO_SELECTION);
  });

  it.each([
    ['its row is still there', 30, [50, 30, 10], 30],
    ['the next row takes its place', 20, [10, 40, 50], 40],
    ['there is none after it', 50, [10, 20], 20],
    ['nothing is left', 10, [], null],
  ])('is kept when the list changes: %s', (_what, cursor, after, expected) => {
    expect(keepCursor(at(cursor), ORDER, after).cursor).toBe(expected);
  });
});

describe('a range', () => {
  it('goes from its beginning both ways, and grows and shrinks', () => {
    const down = goTo(at(20), ORDER, 3, true);
    expect(ids(down)).toEqual([20, 30, 40]);
    const shorter = goTo(down, ORDER, 2, true);
    expect(ids(shorter)).toEqual([20, 30]);
    const up = goTo(shorter, ORDER, 0, true);
    expect(ids(up)).toEqual([10, 20]);
    expect(up).toMatchObject({ cursor: 10, anchor: 20 });
  });

  it('without a beginning is one row', () => {
    expect(goTo(NO_SELECTION, ORDER, 2, true)).toEqual(at(30, [30]));
  });
});

describe('ticks', () => {
  it('go on and off', () => {
    const on = toggle(at(10), 30);
    expect(on).toEqual(at(30, [30]));
    expect(ids(toggle(on, 30))).toEqual([]);
  });

  it('on all that are listed leave others ticked; off, nothing is', () => {
    const all = tickAll(at(99, [99]), ORDER, true);
    expect(ids(all)).toEqual([99, ...ORDER]);
    expect(ids(tickAll(all, ORDER, false))).toEqual([]);
  });

  it('are lost only with their cameras', () => {
    const before = at(10, [10, 20]);
    expect(keepExisting(before, new Set(ORDER))).toBe(before);
    expect(ids(keepExisting(before, new Set([20, 30])))).toEqual([20]);
  });
});

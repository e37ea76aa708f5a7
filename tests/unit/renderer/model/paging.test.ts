import { describe, expect, it } from 'vitest';
import {
  clampPage,
  pageCount,
  pageOf,
  shownSide,
  sliceOfPage,
  turnPage,
} from '../../../../src-renderer/model/paging.ts';

describe('pages of a wall', () => {
  it.each([
    [0, 4, 1],
    [1, 4, 1],
    [16, 4, 1],
    [17, 4, 2],
    [16, 3, 2],
    [16, 1, 16],
  ] as const)('%i cameras in a grid of side %i need %i pages', (cameras, side, pages) => {
    expect(pageCount(cameras, side)).toBe(pages);
  });

  it('goes to the nearest page that exists', () => {
    expect(clampPage(7, 16, 3)).toBe(1);
    expect(clampPage(-1, 16, 3)).toBe(0);
    expect(clampPage(3, 0, 4)).toBe(0);
  });

  it('turns round at both ends', () => {
    expect(turnPage(0, 1, 16, 3)).toBe(1);
    expect(turnPage(1, 1, 16, 3)).toBe(0);
    expect(turnPage(0, -1, 16, 3)).toBe(1);
    expect(turnPage(0, 1, 4, 2)).toBe(0);
  });

  it('turns from where the wall really is when cameras were removed', () => {
    expect(turnPage(9, -1, 16, 3)).toBe(0);
  });

  it('shows every camera on exactly one page', () => {
    const cameras = Array.from({ length: 23 }, (_, index) => index);
    const pages = [0, 1, 2].flatMap((page) => sliceOfPage(cameras, page, 3));
    expect(pages).toEqual(cameras);
    expect(
      cameras.every((index) => sliceOfPage(cameras, pageOf(index, 3), 3).includes(index)),
    ).toBe(true);
  });
});

describe('the side that is really shown', () => {
  it.each([
    [8, 64, 8],
    [8, 200, 8],
    [8, 50, 8],
    [8, 49, 7],
    [8, 16, 4],
    [8, 17, 5],
    [4, 17, 4],
    [4, 2, 2],
    [3, 1, 1],
    [2, 0, 1],
  ])('of %ix chosen with %i cameras is %i', (chosen, cameras, shown) => {
    expect(shownSide(chosen, cameras)).toBe(shown);
  });
});

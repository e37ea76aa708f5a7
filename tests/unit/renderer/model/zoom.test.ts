import { describe, expect, it } from 'vitest';
import {
  MAX_SCALE,
  MIDDLE,
  NO_ZOOM,
  panBy,
  wholePicture,
  zoomAt,
  type Share,
  type Zoom,
} from '../../../../src-renderer/model/zoom.ts';

const FILLED: Share = { x: 1, y: 1 };
/** A 4:3 picture in a 16:9 tile. */
const NARROW: Share = { x: 0.75, y: 1 };

/** Which place of the picture lies at this place of the tile. */
const under = ({ scale, x, y }: Zoom, at: Share): Share => ({
  x: (at.x - x) / scale,
  y: (at.y - y) / scale,
});

/** How much black a filled tile would show. */
const black = ({ scale, x, y }: Zoom): number =>
  Math.max(0, Math.abs(x) - (scale - 1) / 2, Math.abs(y) - (scale - 1) / 2);

describe('a picture that is enlarged', () => {
  it.each([MIDDLE, { x: 0.2, y: -0.3 }, { x: -0.5, y: 0.5 }])('keeps what is at %j there', (at) => {
    const once = zoomAt(NO_ZOOM, 2, at, FILLED);
    expect(once.scale).toBe(2);
    expect(under(once, at).x).toBeCloseTo(at.x);
    expect(under(once, at).y).toBeCloseTo(at.y);
    const twice = zoomAt(once, 1.7, at, FILLED);
    expect(under(twice, at).x).toBeCloseTo(at.x);
    expect(black(twice)).toBeCloseTo(0);
  });

  it('ends at eight times, and where it began', () => {
    const most = zoomAt(zoomAt(NO_ZOOM, 100, { x: 0.4, y: 0.4 }, FILLED), 2, MIDDLE, FILLED);
    expect(most.scale).toBe(MAX_SCALE);
    expect(zoomAt(most, 0.01, { x: -0.5, y: 0.1 }, FILLED)).toEqual(NO_ZOOM);
    expect(zoomAt(NO_ZOOM, 0.5, MIDDLE, FILLED)).toEqual(NO_ZOOM);
    expect(zoomAt(NO_ZOOM, 1.01, MIDDLE, FILLED)).toEqual(NO_ZOOM);
  });

  it('shows no black when it is made smaller away from its middle', () => {
    const corner = zoomAt(NO_ZOOM, 4, { x: -0.5, y: -0.5 }, FILLED);
    const smaller = zoomAt(corner, 0.5, { x: 0.5, y: 0.5 }, FILLED);
    expect(smaller.scale).toBe(2);
    expect(black(smaller)).toBe(0);
  });
});

describe('a picture that is moved', () => {
  it.each([
    [
      { x: 0.1, y: 0 },
      { x: 0.1, y: 0 },
    ],
    [
      { x: 9, y: -9 },
      { x: 0.5, y: -0.5 },
    ],
  ])('by %j ends at its edges', (by, { x, y }) => {
    expect(panBy({ scale: 2, x: 0, y: 0 }, by, FILLED)).toEqual({ scale: 2, x, y });
  });

  it('stays where it is while it is not enlarged', () => {
    expect(panBy(NO_ZOOM, { x: 0.3, y: 0.3 }, FILLED)).toEqual(NO_ZOOM);
  });

  it('stays in the middle of the way in which it is smaller than its tile', () => {
    const small = zoomAt(NO_ZOOM, 1.2, { x: 0.3, y: 0.3 }, NARROW);
    expect(small.x).toBeCloseTo(0);
    expect(small.y).toBeCloseTo(-0.06);
    expect(panBy({ scale: 2, x: 0, y: 0 }, { x: 1, y: 0 }, NARROW).x).toBeCloseTo(0.25);
  });
});

it.each([
  [{ width: 160, height: 90 }, { width: 1920, height: 1080 }, FILLED],
  [{ width: 160, height: 90 }, { width: 640, height: 480 }, NARROW],
  [
    { width: 100, height: 100 },
    { width: 200, height: 100 },
    { x: 1, y: 0.5 },
  ],
  [{ width: 160, height: 90 }, { width: 0, height: 0 }, FILLED],
])('a tile of %j is covered by a picture of %j to %j', (tile, picture, share) => {
  const { x, y } = wholePicture(tile, picture);
  expect(x).toBeCloseTo(share.x);
  expect(y).toBeCloseTo(share.y);
});

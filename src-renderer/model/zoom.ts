/** A picture enlarged within its tile. */
export interface Zoom {
  /** 1: as it is. */
  readonly scale: number;
  /** How far its middle is moved right and down, in widths and heights of the tile: a tile may change its size. */
  readonly x: number;
  readonly y: number;
}

/** A place on a tile, or a share of it: 0.5 is half its width or height. Places count from its middle. */
export interface Share {
  readonly x: number;
  readonly y: number;
}

/** Width and height in any one unit. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Not enlarged. */
export const NO_ZOOM: Zoom = { scale: 1, x: 0, y: 0 };
/** Further in, a main stream is blocks. */
export const MAX_SCALE = 8;
/** Below it nobody sees that it is enlarged. */
const LEAST_SCALE = 1.02;
/** The tile's middle. */
export const MIDDLE: Share = { x: 0, y: 0 };

/** How much of its tile a picture takes that is shown whole: there is black beside it where the shapes differ. */
export function wholePicture(tile: Size, picture: Size): Share {
  const scale = Math.min(tile.width / picture.width, tile.height / picture.height);
  if (!Number.isFinite(scale) || scale <= 0) return { x: 1, y: 1 };
  return {
    x: (picture.width * scale) / tile.width,
    y: (picture.height * scale) / tile.height,
  };
}

/** Enlarges by a factor; what is at `at` stays there. `covers`: how much of the tile the picture takes, not enlarged. */
export function zoomAt(zoom: Zoom, factor: number, at: Share, covers: Share): Zoom {
  const scale = Math.min(zoom.scale * factor, MAX_SCALE);
  if (scale < LEAST_SCALE) return NO_ZOOM;
  const ratio = scale / zoom.scale;
  const moved = { scale, x: at.x - (at.x - zoom.x) * ratio, y: at.y - (at.y - zoom.y) * ratio };
  return withinEdges(moved, covers);
}

/** Moves the picture. */
export function panBy(zoom: Zoom, by: Share, covers: Share): Zoom {
  return withinEdges({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, covers);
}

/** No black comes in where there is picture to show, and a picture smaller than its tile stays in the middle. */
function withinEdges({ scale, x, y }: Zoom, covers: Share): Zoom {
  return {
    scale,
    x: clamp(x, (scale * covers.x - 1) / 2),
    y: clamp(y, (scale * covers.y - 1) / 2),
  };
}

function clamp(value: number, most: number): number {
  const limit = Math.max(0, most);
  return Math.min(Math.max(value, -limit), limit);
}

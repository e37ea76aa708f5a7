/** Tiles on one page. */
export function tilesPerPage(side: number): number {
  return side * side;
}

/** Pages of a wall, at least one. */
export function pageCount(cameras: number, side: number): number {
  return Math.max(1, Math.ceil(cameras / tilesPerPage(side)));
}

/** The nearest page that exists: cameras may have been removed since the page was chosen. */
export function clampPage(page: number, cameras: number, side: number): number {
  return Math.min(Math.max(page, 0), pageCount(cameras, side) - 1);
}

/** The page after or before, going round at the ends as a guard's patrol does. */
export function turnPage(page: number, step: 1 | -1, cameras: number, side: number): number {
  const pages = pageCount(cameras, side);
  return (clampPage(page, cameras, side) + step + pages) % pages;
}

/** The page that shows the camera at this place of the wall. */
export function pageOf(index: number, side: number): number {
  return Math.floor(index / tilesPerPage(side));
}

/** What one page shows. */
export function sliceOfPage<T>(cameras: readonly T[], page: number, side: number): T[] {
  const size = tilesPerPage(side);
  return cameras.slice(page * size, (page + 1) * size);
}

/**
 * Tiles along one side that are really shown: no more than were chosen, and no more than all cameras need. An 8x8 wall of 16
 * cameras would be three quarters black, and its pictures a quarter of the size they can have.
 */
export function shownSide(chosen: number, cameras: number): number {
  return Math.min(chosen, Math.max(1, Math.ceil(Math.sqrt(cameras))));
}

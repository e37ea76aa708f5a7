import type { FoundPage, FoundPiece } from './recording-search.ts';

/** Recorders find no more than this. */
const MOST_PIECES = 4000;

/** What the pages of one search have told so far. */
export interface FoundSoFar {
  readonly pieces: readonly FoundPiece[];
  /** Where the next page begins. */
  readonly position: number;
  /** No further page is worth asking for. */
  readonly isOver: boolean;
  /** False: the device has more and does not give it. */
  readonly isWhole: boolean;
}

/** Before the first page. */
export const NOTHING_FOUND: FoundSoFar = {
  ...{ pieces: [], position: 0, isOver: false, isWhole: true },
};

/**
 * Takes in a page. Its number of matches is not asked: it is the page's for some and the search's for others. Some say MORE with nothing behind it, some
 * give the same page for ever.
 */
export function takePage(before: FoundSoFar, { pieces, isMore }: FoundPage): FoundSoFar {
  const known = new Set(before.pieces.map(({ start }) => start));
  // By its start alone: the newest piece grows from page to page.
  const added = pieces.filter(({ start }) => !known.has(start));
  const all = [...before.pieces, ...added];
  const isStuck = pieces.length > 0 && added.length === 0;
  const isFull = all.length >= MOST_PIECES;
  return {
    pieces: all,
    position: before.position + pieces.length,
    isOver: !isMore || added.length === 0 || isFull,
    isWhole: before.isWhole && !(isMore && (isStuck || isFull)),
  };
}

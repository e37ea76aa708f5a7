import { create } from 'zustand';
import type { RecordedState } from '../player/player-types.ts';
import { closeFullscreen, isFullscreen, openFullscreen } from './view-store.ts';

/** Somebody looks back with one camera. */
export interface Review {
  readonly cameraId: number;
  /** What was asked for last, Unix time in ms, and how often something was: the same moment may be asked for again. */
  readonly askedAtMs: number;
  readonly asks: number;
  /** False: the picture stands. */
  readonly isPlaying: boolean;
  /** The moment of the picture that is shown; null: there is none yet. */
  readonly shownAtMs: number | null;
  readonly state: ReviewState;
  readonly isClockKnown: boolean;
  /** The camera filled the window before. */
  readonly wasFullscreen: boolean;
}

/** How it stands, as far as it was found out. */
export type ReviewState =
  | RecordedState
  | { readonly kind: 'no-recordings' | 'not-connected' }
  | { readonly kind: 'refused'; readonly words: string };

const useReviewState = create<{ review: Review | null }>(() => ({ review: null }));

/** What is looked back at; null: everything is live. */
export const useReview = (): Review | null => useReviewState(({ review }) => review);
/** The same, outside React. */
export const currentReview = (): Review | null => useReviewState.getState().review;

/** Shows what a camera saw at a moment: it fills the window, and plays from there. Recorders have no future. */
export function lookBack(cameraId: number, atMs: number): void {
  const before = currentReview();
  const wasFullscreen = before?.wasFullscreen ?? isFullscreen();
  openFullscreen(cameraId);
  const isSame = before?.cameraId === cameraId;
  useReviewState.setState({
    review: {
      ...{ cameraId, asks: (before?.asks ?? 0) + 1, askedAtMs: Math.min(atMs, Date.now()) },
      ...{ isPlaying: true, shownAtMs: null, wasFullscreen },
      state: { kind: 'connecting' },
      isClockKnown: isSame ? before.isClockKnown : true,
    },
  });
}

/** Another moment of the same camera. */
export function seekTo(atMs: number): void {
  const review = currentReview();
  if (review !== null) lookBack(review.cameraId, atMs);
}

/** From where it is now. */
export function seekBy(ms: number): void {
  const review = currentReview();
  if (review !== null) seekTo((review.shownAtMs ?? review.askedAtMs) + ms);
}

/** Stands still, or goes on from there. */
export function togglePlay(): void {
  const review = currentReview();
  if (review === null) return;
  if (review.isPlaying) patch({ isPlaying: false });
  else seekTo(review.shownAtMs ?? review.askedAtMs);
}

/** Back to what is live, as it was before. */
export function closeReview(): void {
  const review = currentReview();
  useReviewState.setState({ review: null });
  if (review?.wasFullscreen === false) closeFullscreen();
}

/** Something else was chosen: what it shows is live. */
export function leaveReview(): void {
  useReviewState.setState({ review: null });
}

/** Its player tells. */
export function noteReview(
  told: Partial<Pick<Review, 'state' | 'shownAtMs' | 'isClockKnown'>>,
): void {
  patch(told);
}

function patch(change: Partial<Review>): void {
  useReviewState.setState(({ review }) => ({ review: review && { ...review, ...change } }));
}

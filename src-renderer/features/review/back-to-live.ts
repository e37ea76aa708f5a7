import { closeReview, currentReview } from '../../store/review-store.ts';
import { focusTileOf } from '../wall/index.ts';

/** What was looked back at is live again, and has the focus. */
export function backToLive(): void {
  const review = currentReview();
  closeReview();
  if (review !== null) focusTileOf(review.cameraId);
}

import { History } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import type { Camera } from '@contract/models/camera.ts';
import { leaveReview, type Review, useReview } from '../../store/review-store.ts';
import { useAllCameras } from '../../store/site-store.ts';
import { useFullscreenCameraId } from '../../store/view-store.ts';
import { text } from '../../text/catalogue.ts';
import { weekdayText } from '../../text/day-text.ts';
import { clockTimeWithSeconds } from '../../text/clock-time.ts';
import { PICTURE_ID } from './save-picture.ts';
import { ReviewBar } from './ReviewBar.tsx';
import { reviewWords } from './review-words.ts';
import { useRecording } from './use-recording.ts';
import { useReviewKeys } from './use-review-keys.ts';
import './review.css';

/** What a camera saw, over its live picture, for as long as somebody looks back; whatever else is opened is live. */
export function ReviewStage(): ReactNode {
  const review = useReview();
  const fullscreenId = useFullscreenCameraId();
  const camera = useAllCameras().find(({ id }) => id === review?.cameraId);
  const isMeant = review !== null && review.cameraId === fullscreenId && camera !== undefined;
  useEffect(() => {
    if (review !== null && !isMeant) leaveReview();
  }, [review, isMeant]);
  return isMeant ? <Stage review={review} camera={camera} /> : null;
}

function Stage({ review, camera }: { review: Review; camera: Camera }): ReactNode {
  const canvas = useRecording(review);
  useReviewKeys();
  const atMs = review.shownAtMs ?? review.askedAtMs;
  const words = reviewWords(review.state);
  return (
    <section className="review" aria-label={text.review.of(camera.name)} data-testid="review">
      <header className="review__head">
        <History aria-hidden />
        <b>{text.review.recorded}</b>
        <bdi>{camera.name}</bdi>
        <time className="review__time" data-testid="review-time">
          {weekdayText(atMs)} {clockTimeWithSeconds(atMs)}
        </time>
      </header>
      <canvas
        className="review__picture"
        id={PICTURE_ID}
        ref={canvas}
        data-testid="review-picture"
        data-picture={pictureOf(review)}
      />
      {words !== null && (
        <p className="review__words" role="status" data-state={review.state.kind}>
          <b>{words.title}</b>
          <span>{words.hint}</span>
        </p>
      )}
      <ReviewBar review={review} />
    </section>
  );
}

/** Whether what is drawn is what was asked for. */
function pictureOf({ shownAtMs, state }: Review): 'asked' | 'old' | 'none' {
  if (shownAtMs !== null) return 'asked';
  return state.kind === 'connecting' || state.kind === 'playing' ? 'old' : 'none';
}

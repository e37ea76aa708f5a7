import { Camera, ChevronsLeft, ChevronsRight, Pause, Play, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { withKey } from '../../commands/commands.ts';
import { type Review, seekBy, togglePlay } from '../../store/review-store.ts';
import { text } from '../../text/catalogue.ts';
import { backToLive } from './back-to-live.ts';
import { GoToTime } from './GoToTime.tsx';
import { saveRecordedPicture } from './save-picture.ts';
import { TimeBar } from './TimeBar.tsx';

const STEP_MS = 10_000;

/** Where in time the picture is, and the ways to another moment. */
export function ReviewBar({ review }: { review: Review }): ReactNode {
  const { isPlaying, isClockKnown } = review;
  const { back, forward, play, pause, live, controls, clockUnknown } = text.review;
  return (
    <footer className="review-bar" role="group" aria-label={controls}>
      <TimeBar review={review} />
      <div className="review-bar__row">
        <button
          type="button"
          className="review-bar__button"
          aria-label={back}
          title={withKey(back, 'review', 'step')}
          onClick={() => seekBy(-STEP_MS)}
        >
          <ChevronsLeft size={22} aria-hidden /> {text.review.step}
        </button>
        <button
          type="button"
          className="review-bar__button review-bar__button--play"
          aria-label={isPlaying ? pause : play}
          title={withKey(isPlaying ? pause : play, 'review', 'play')}
          onClick={togglePlay}
        >
          {isPlaying ? (
            <Pause size={24} fill="currentColor" aria-hidden />
          ) : (
            <Play size={24} fill="currentColor" aria-hidden />
          )}
        </button>
        <button
          type="button"
          className="review-bar__button"
          aria-label={forward}
          title={withKey(forward, 'review', 'step')}
          onClick={() => seekBy(STEP_MS)}
        >
          {text.review.step} <ChevronsRight size={22} aria-hidden />
        </button>
        <button
          type="button"
          className="review-bar__button"
          aria-label={text.review.savePicture}
          title={withKey(text.review.savePicture, 'review', 'snapshot')}
          disabled={review.shownAtMs === null}
          onClick={() => void saveRecordedPicture()}
        >
          <Camera size={20} aria-hidden />
        </button>
        <GoToTime />
        {!isClockKnown && (
          <p className="review-bar__doubt">
            <TriangleAlert size={16} aria-hidden /> {clockUnknown}
          </p>
        )}
        <button
          type="button"
          className="review-bar__button review-bar__live"
          title={withKey(text.review.liveTip, 'review', 'live')}
          onClick={backToLive}
        >
          <span className="review-bar__dot" aria-hidden /> {live}
        </button>
      </div>
    </footer>
  );
}

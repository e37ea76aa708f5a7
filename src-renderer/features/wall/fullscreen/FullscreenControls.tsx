import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { text } from '../../../text/catalogue.ts';
import { closeFullscreen, turn } from '../../../store/view-store.ts';
import { useIsAtRest } from './use-is-at-rest.ts';
import './fullscreen.css';

/** Long enough to reach for a button, short enough not to lie over a picture that is watched. */
const REST_AFTER_MS = 3_000;

/** The ways out of fullscreen and on to the next camera, for hand and mouse. At rest they go away, and the pointer with them. */
export function FullscreenControls(): ReactNode {
  const isAtRest = useIsAtRest(REST_AFTER_MS);
  useEffect(() => {
    document.body.toggleAttribute('data-at-rest', isAtRest);
    return () => document.body.removeAttribute('data-at-rest');
  }, [isAtRest]);
  return (
    <div className="fullscreen-controls" role="group" aria-label={text.wall.fullscreen}>
      <button
        type="button"
        className="fullscreen-control fullscreen-control--back"
        aria-label={text.wall.back}
        onClick={closeFullscreen}
      >
        <ArrowLeft size={22} aria-hidden />
        {text.wall.backShort}
      </button>
      <button
        type="button"
        className="fullscreen-control fullscreen-control--previous"
        aria-label={text.wall.previousCamera}
        onClick={() => turn(-1)}
      >
        <ChevronLeft size={34} aria-hidden />
      </button>
      <button
        type="button"
        className="fullscreen-control fullscreen-control--next"
        aria-label={text.wall.nextCamera}
        onClick={() => turn(1)}
      >
        <ChevronRight size={34} aria-hidden />
      </button>
    </div>
  );
}

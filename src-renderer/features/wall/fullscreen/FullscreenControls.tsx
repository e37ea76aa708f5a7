import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
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
    <div className="fullscreen-controls" role="group" aria-label="Fullscreen">
      <button
        type="button"
        className="fullscreen-control fullscreen-control--back"
        aria-label="Back to the wall"
        onClick={closeFullscreen}
      >
        <ArrowLeft size={22} aria-hidden />
        Wall
      </button>
      <button
        type="button"
        className="fullscreen-control fullscreen-control--previous"
        aria-label="Previous camera"
        onClick={() => turn(-1)}
      >
        <ChevronLeft size={34} aria-hidden />
      </button>
      <button
        type="button"
        className="fullscreen-control fullscreen-control--next"
        aria-label="Next camera"
        onClick={() => turn(1)}
      >
        <ChevronRight size={34} aria-hidden />
      </button>
    </div>
  );
}

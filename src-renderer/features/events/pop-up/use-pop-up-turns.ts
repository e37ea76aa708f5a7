import { useEffect } from 'react';
import { isEventPanelOpen } from '../../../store/event-store.ts';
import { isHealthPanelOpen } from '../../../store/health-store.ts';
import {
  dismissPopUp,
  isPopUpShown,
  takeOverPopUp,
  updatePopUps,
} from '../../../store/pop-up-store.ts';
import { isFullscreen } from '../../../store/view-store.ts';

/** Whoever used pointer or keys so short a time ago is still at it. */
const QUIET_AFTER_MS = 10_000;
const EVERY_MS = 500;
const ACTS = ['pointerdown', 'wheel', 'keydown'] as const;

/** Lets alarm cameras come to the front while nobody steers or reviews, and gives way to whoever does. */
export function usePopUpTurns(): void {
  useEffect(() => {
    let lastSignMs = -Infinity;
    const onSign = (): void => {
      lastSignMs = performance.now();
    };
    const onAct = (event: Event): void => {
      onSign();
      if (!isPopUpShown()) return;
      if (event instanceof KeyboardEvent && event.key === 'Escape') {
        // Else it would also be the wall's.
        event.stopPropagation();
        dismissPopUp();
      } else takeOverPopUp();
    };
    const isBusy = (): boolean =>
      performance.now() - lastSignMs < QUIET_AFTER_MS ||
      isFullscreen() ||
      isEventPanelOpen() ||
      isHealthPanelOpen() ||
      document.hidden ||
      document.querySelector('[data-modal]') !== null;
    const options = { capture: true, passive: true };
    const timer = setInterval(() => updatePopUps(isBusy()), EVERY_MS);
    addEventListener('pointermove', onSign, options);
    for (const act of ACTS) addEventListener(act, onAct, options);
    return () => {
      clearInterval(timer);
      removeEventListener('pointermove', onSign, options);
      for (const act of ACTS) removeEventListener(act, onAct, options);
    };
  }, []);
}

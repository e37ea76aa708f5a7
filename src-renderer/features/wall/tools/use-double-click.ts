import { useRef, type MouseEvent } from 'react';

/** What systems take for one gesture. */
const WITHIN_MS = 500;

/**
 * A click handler that acts on the second of two clicks or taps, and on each click that came from a key or an assistive
 * technology: these have no double click.
 */
export function useDoubleClick(act: () => void): (event: MouseEvent) => void {
  const firstAtMs = useRef<number | null>(null);
  return ({ detail, timeStamp }) => {
    const isSecond = firstAtMs.current !== null && timeStamp - firstAtMs.current < WITHIN_MS;
    if (detail > 0 && !isSecond) {
      firstAtMs.current = timeStamp;
      return;
    }
    firstAtMs.current = null;
    act();
  };
}

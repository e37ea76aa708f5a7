import { useEffect, useRef } from 'react';

const SECOND_MS = 1000;

/** Calls `act` at once and then each second, for figures that are shown. */
export function useEverySecond(act: () => void): void {
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(() => {
    newest.current();
    const timer = setInterval(() => newest.current(), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
}

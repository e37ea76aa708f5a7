import { useEffect, useState } from 'react';

const TICK_MS = 250;

/** performance.now(), renewed often enough for a countdown in seconds; unlike Date.now() nobody can set it. */
export function useMonotonicNow(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

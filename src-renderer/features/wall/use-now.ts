import { useEffect, useState } from 'react';

const TICK_MS = 500;

/** Date.now(), renewed twice a second while `isActive`, for ages such as "frozen 12 s". */
export function useNow(isActive: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isActive) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isActive]);
  return now;
}

import { useEffect, useState } from 'react';

const SECOND_MS = 1_000;

/** Date.now(), renewed as each second begins: a clock that ticks when the one on the wall does. */
export function useWallClock(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          setNowMs(Date.now());
          wait();
        },
        SECOND_MS - (Date.now() % SECOND_MS),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, []);
  return nowMs;
}

import { useEffect, useState } from 'react';

const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin'] as const;

/** Whether nobody has touched pointer, screen or keys for a while. */
export function useIsAtRest(afterMs: number): boolean {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const onSign = (): void => {
      setAtRest(false);
      clearTimeout(timer);
      timer = setTimeout(() => setAtRest(true), afterMs);
    };
    onSign();
    const options = { capture: true, passive: true };
    for (const sign of SIGNS) document.addEventListener(sign, onSign, options);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) document.removeEventListener(sign, onSign, options);
    };
  }, [afterMs]);
  return isAtRest;
}

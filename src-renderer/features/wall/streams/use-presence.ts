import { useEffect, useState } from 'react';

const INPUTS = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const;

/**
 * Whether somebody is at this window: it was just opened, or a key or the pointer was used. Streams are connected ahead only
 * then; a wall that is merely watched asks its recorders for what it shows.
 * @param forMs so long after the last sign
 */
export function usePresence(forMs: number): boolean {
  const [isPresent, setPresent] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const onSign = (): void => {
      setPresent(true);
      clearTimeout(timer);
      timer = setTimeout(() => setPresent(false), forMs);
    };
    onSign();
    for (const input of INPUTS) addEventListener(input, onSign, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const input of INPUTS) removeEventListener(input, onSign, { capture: true });
    };
  }, [forMs]);
  return isPresent;
}

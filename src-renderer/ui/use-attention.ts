import { useEffect, useRef, type RefObject } from 'react';

/** Moves the focus to the first wrong field, or else to what the stage begins with, whenever `attention` has grown. */
export function useAttention(attention: number): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = ref;
    const target =
      current?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      current?.querySelector<HTMLElement>('[data-initial-focus]');
    target?.focus();
  }, [attention]);
  return ref;
}

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** The two places of the panel where the keyboard works. */
export interface FocusPlaces {
  gridRef: RefObject<HTMLDivElement | null>;
  formRef: RefObject<HTMLElement | null>;
  toGrid: () => void;
  /** To the form's first field. */
  toForm: () => void;
}

/** Leads the focus, but only after what was just asked for is on screen: a dialog that is still open would not let it go. */
export function useFocusPlaces(): FocusPlaces {
  const gridRef = useRef<HTMLDivElement>(null);
  const formRef = useRef<HTMLElement>(null);
  // A new object each time: the same place twice is two wishes.
  const [wish, setWish] = useState<{ place: 'grid' | 'form' } | null>(null);
  useEffect(() => {
    if (wish?.place === 'grid') gridRef.current?.focus();
    if (wish?.place === 'form') {
      formRef.current?.querySelector<HTMLInputElement>('input[name]')?.select();
    }
  }, [wish]);
  return {
    ...{ gridRef, formRef },
    toGrid: useCallback(() => setWish({ place: 'grid' }), []),
    toForm: useCallback(() => setWish({ place: 'form' }), []),
  };
}

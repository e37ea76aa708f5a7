import { useEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { slotOf } from '../streams/use-aimed-camera.ts';

interface WallFocus {
  ref: RefObject<HTMLDivElement | null>;
  /** The tile that Tab comes to, by its place on the page. */
  tabStop: number;
  onFocus: (event: FocusEvent) => void;
}

/**
 * The wall is one stop for Tab: the tile that had the focus last. Someone who pages by keyboard keeps this place, though the tiles
 * are other ones.
 * @param tiles on this page
 */
export function useWallFocus(page: number, side: number, tiles: number): WallFocus {
  const ref = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const [slot, setSlot] = useState(0);
  const tabStop = Math.max(0, Math.min(slot, tiles - 1));
  const newest = useRef(tabStop);
  useEffect(() => {
    newest.current = tabStop;
  });
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    ref.current?.querySelectorAll<HTMLElement>('.tile')[newest.current]?.focus();
  }, [page, side]);
  const onFocus = (event: FocusEvent): void => {
    hadFocus.current = true;
    setSlot(slotOf(event) ?? 0);
  };
  return { ref, tabStop, onFocus };
}

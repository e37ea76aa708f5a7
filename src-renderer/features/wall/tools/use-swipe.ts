import { useEffect, useRef, type RefObject } from 'react';
import { fingerStep, sidewaysPx, WheelSwipe } from '../../../model/swipe.ts';
import { turn } from '../../../store/view-store.ts';

/** Turns pages, and in fullscreen cameras, by a finger, by two on a trackpad, or by the wheel with Shift. An enlarged picture is moved instead. */
export function useSwipe(wallRef: RefObject<HTMLElement | null>): void {
  const from = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    const wall = wallRef.current;
    if (wall === null) return;
    const ending = new AbortController();
    const { signal } = ending;
    const wheel = new WheelSwipe();
    const act = (step: 1 | -1 | null): void => {
      if (step !== null) turn(step);
    };
    const onDown = ({ pointerType, isPrimary, target, clientX, clientY }: PointerEvent): void => {
      if (pointerType !== 'touch') return;
      // A second finger makes it a pinch, to the end.
      from.current = isPrimary && !isEnlarged(target) ? { x: clientX, y: clientY } : null;
    };
    const onUp = ({ pointerType, isPrimary, clientX, clientY }: PointerEvent): void => {
      const start = from.current;
      if (pointerType !== 'touch' || !isPrimary || start === null) return;
      from.current = null;
      act(fingerStep(clientX - start.x, clientY - start.y));
    };
    const onWheel = (event: WheelEvent): void => {
      const px = sidewaysPx(event);
      if (event.ctrlKey || isEnlarged(event.target) || px === null) return;
      act(wheel.add(px, event.timeStamp, event.shiftKey));
    };
    wall.addEventListener('pointerdown', onDown, { signal });
    wall.addEventListener('pointerup', onUp, { signal });
    wall.addEventListener('pointercancel', () => (from.current = null), { signal });
    wall.addEventListener('wheel', onWheel, { signal, passive: true });
    return () => ending.abort();
  }, [wallRef]);
}

function isEnlarged(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.tile-frame--zoomed') !== null;
}

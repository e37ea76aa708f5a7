import { useRef, type MouseEvent, type PointerEvent } from 'react';

/** A hand that clicks moves this far. */
const CLICK_SLOP_PX = 4;

/** For the element that is dragged upon. */
export interface DragHandlers {
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onClickCapture: (event: MouseEvent) => void;
}

/** Tells how far something was dragged since it last told; the click a drag ends with does not count. */
export function useDrag(isActive: boolean, onMove: (px: number, py: number) => void): DragHandlers {
  const drag = useRef<{ x: number; y: number; hasMoved: boolean } | null>(null);
  return {
    onPointerDown: ({ button, clientX, clientY }) => {
      drag.current = isActive && button === 0 ? { x: clientX, y: clientY, hasMoved: false } : null;
    },
    onPointerMove: ({ buttons, clientX, clientY, currentTarget, pointerId }) => {
      const from = drag.current;
      if (from === null || (buttons & 1) === 0) return;
      const [px, py] = [clientX - from.x, clientY - from.y];
      if (!from.hasMoved) {
        if (Math.hypot(px, py) < CLICK_SLOP_PX) return;
        currentTarget.setPointerCapture(pointerId);
      }
      drag.current = { x: clientX, y: clientY, hasMoved: true };
      onMove(px, py);
    },
    onClickCapture: (event) => {
      const isDragEnd = drag.current?.hasMoved === true && event.detail > 0;
      drag.current = null;
      if (!isDragEnd) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

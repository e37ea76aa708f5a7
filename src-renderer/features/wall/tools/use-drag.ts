import { useRef, type MouseEvent, type PointerEvent } from 'react';

/** A hand that clicks moves this far. */
const CLICK_SLOP_PX = 4;

/** For the element that is dragged upon. */
export interface DragHandlers {
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: (event: PointerEvent) => void;
  onPointerCancel: (event: PointerEvent) => void;
  onClickCapture: (event: MouseEvent) => void;
}

/** What is done with what the hands do. */
export interface DragActions {
  /** Something was dragged so far since this was called last. */
  onMove: (px: number, py: number) => void;
  /** Two fingers moved apart by this factor, around this place of the window. */
  onPinch: (factor: number, at: Place) => void;
}

/** A place of the window, or a way from one to another. */
export interface Place {
  clientX: number;
  clientY: number;
}

/**
 * Tells of drags and pinches; the click a drag ends with does not count.
 * @param isActive whether one finger, or the mouse, drags; two always do
 */
export function useDrag(isActive: boolean, { onMove, onPinch }: DragActions): DragHandlers {
  const held = useRef(new Map<number, Place>());
  const hasMoved = useRef(false);
  const release = ({ pointerId }: PointerEvent): void => void held.current.delete(pointerId);
  return {
    onPointerDown: ({ button, pointerId, isPrimary, clientX, clientY }) => {
      if (isPrimary) {
        held.current.clear();
        hasMoved.current = false;
      }
      if (button === 0) held.current.set(pointerId, { clientX, clientY });
    },
    onPointerMove: ({ buttons, clientX, clientY, currentTarget, pointerId }) => {
      const from = held.current.get(pointerId);
      if (from === undefined || (buttons & 1) === 0) return;
      const to = { clientX, clientY };
      const [px, py] = [clientX - from.clientX, clientY - from.clientY];
      const other = [...held.current].find(([id]) => id !== pointerId)?.[1];
      if (other !== undefined) {
        hasMoved.current = true;
        held.current.set(pointerId, to);
        // The middle of two fingers moves half as far as one of them.
        onMove(px / 2, py / 2);
        onPinch(distance(to, other) / Math.max(distance(from, other), 1), middle(to, other));
        return;
      }
      if (!isActive) return;
      if (!hasMoved.current) {
        if (Math.hypot(px, py) < CLICK_SLOP_PX) return;
        currentTarget.setPointerCapture(pointerId);
      }
      hasMoved.current = true;
      held.current.set(pointerId, to);
      onMove(px, py);
    },
    onPointerUp: release,
    onPointerCancel: release,
    onClickCapture: (event) => {
      const isDragEnd = hasMoved.current && event.detail > 0;
      hasMoved.current = false;
      if (!isDragEnd) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

function middle(one: Place, other: Place): Place {
  return {
    clientX: (one.clientX + other.clientX) / 2,
    clientY: (one.clientY + other.clientY) / 2,
  };
}

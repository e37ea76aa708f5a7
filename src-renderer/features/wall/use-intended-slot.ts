import { useEffect, useState, type FocusEvent, type PointerEvent } from 'react';

/** A pointer that crosses a tile on its way means nothing. */
const MEANT_AFTER_MS = 150;

interface IntendedSlot {
  /** Place on the page, or null. */
  slot: number | null;
  /** For the wall, whose children are the tiles. */
  handlers: {
    onPointerOver: (event: PointerEvent) => void;
    onPointerLeave: () => void;
    onFocus: (event: FocusEvent) => void;
    onBlur: () => void;
  };
}

/** The tile that would be opened next: the pointer rests on it, or else it has the keyboard's focus. */
export function useIntendedSlot(): IntendedSlot {
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const [slot, setSlot] = useState<number | null>(null);
  const aimed = hovered ?? focused;
  useEffect(() => {
    const timer = setTimeout(() => setSlot(aimed), MEANT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [aimed]);
  return {
    slot,
    handlers: {
      onPointerOver: (event) => setHovered(slotOf(event)),
      onPointerLeave: () => setHovered(null),
      onFocus: (event) => setFocused(slotOf(event)),
      onBlur: () => setFocused(null),
    },
  };
}

/** Which child of the wall this happened in; null for none. */
export function slotOf({ currentTarget, target }: FocusEvent | PointerEvent): number | null {
  const slot = [...currentTarget.children].findIndex((child) => child.contains(target as Node));
  return slot < 0 ? null : slot;
}

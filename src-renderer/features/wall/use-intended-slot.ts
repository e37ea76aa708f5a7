import { useEffect, useState, type FocusEvent, type PointerEvent } from 'react';

/** A pointer that crosses a tile on its way means nothing. */
const MEANT_AFTER_MS = 150;

interface IntendedSlot {
  /** Place on the page. */
  slot: number;
  /** For the wall, whose children are the tiles. */
  handlers: {
    onPointerOver: (event: PointerEvent) => void;
    onPointerLeave: () => void;
    onFocus: (event: FocusEvent) => void;
    onBlur: () => void;
  };
}

/** Enter opens it where no tile has the focus. */
const FIRST_SLOT = 0;

/** The tile that would be opened next: the pointer rests on it, or else the Enter key means it. */
export function useIntendedSlot(): IntendedSlot {
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const [slot, setSlot] = useState(FIRST_SLOT);
  const aimed = hovered ?? focused ?? FIRST_SLOT;
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

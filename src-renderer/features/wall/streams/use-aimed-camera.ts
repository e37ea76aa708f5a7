import { useEffect, useState, type FocusEvent, type PointerEvent } from 'react';
import type { Camera } from '@contract/models/camera.ts';

/** A pointer that crosses a tile on its way means nothing, and must not open a session there. */
const MEANT_AFTER_MS = 300;

interface AimedCamera {
  /** Undefined where no tile of this page is aimed at. */
  aimed: Camera | undefined;
  /** For the wall, whose children are the tiles. */
  aimHandlers: {
    onPointerMove: (event: PointerEvent) => void;
    onPointerLeave: () => void;
    onFocus: (event: FocusEvent) => void;
    onBlur: () => void;
  };
}

/**
 * The camera that somebody is about to open: the pointer came to rest on its tile, or the keyboard's focus went there. A pointer
 * or a focus that merely stays while pages are turned aims at nothing.
 * @param visible cameras of this page, in the order of the tiles
 */
export function useAimedCamera(visible: readonly Camera[]): AimedCamera {
  const [aimedId, setAimedId] = useState<number | null>(null);
  const [meantId, setMeantId] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setMeantId(aimedId), MEANT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [aimedId]);
  const aimAt = (event: FocusEvent | PointerEvent): void => {
    const slot = slotOf(event);
    setAimedId(slot === null ? null : (visible[slot]?.id ?? null));
  };
  const lose = (): void => setAimedId(null);
  // After a turn the focus is put back from nowhere.
  const onFocus = (event: FocusEvent): void => {
    if (event.relatedTarget !== null) aimAt(event);
  };
  return {
    aimed: visible.find(({ id }) => id === meantId),
    aimHandlers: { onPointerMove: aimAt, onPointerLeave: lose, onFocus, onBlur: lose },
  };
}

/** Which child of the wall this happened in; null for none. */
export function slotOf({ currentTarget, target }: FocusEvent | PointerEvent): number | null {
  const slot = [...currentTarget.children].findIndex((child) => child.contains(target as Node));
  return slot < 0 ? null : slot;
}

import { useState } from 'react';
import type { CameraEntry } from './camera-entry.ts';
import { keepCursor, keepExisting, NO_SELECTION, type Selection } from './camera-selection.ts';

/** What is ticked in a list, kept over every new arrangement and listing of it. */
export function useSelection(
  order: readonly number[],
  byId: ReadonlyMap<number, CameraEntry>,
): [Selection, (selection: Selection) => void] {
  const [selection, setSelection] = useState(NO_SELECTION);
  const [known, setKnown] = useState({ order, byId });
  if (known.order !== order || known.byId !== byId) {
    setKnown({ order, byId });
    const existing = keepExisting(selection, new Set(byId.keys()));
    setSelection(keepCursor(existing, known.order, order));
  }
  return [selection, setSelection];
}

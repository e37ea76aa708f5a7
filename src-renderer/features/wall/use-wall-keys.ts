import { useEffect } from 'react';
import { GRID_SIDES } from '@contract/models/view.ts';
import { toggleLock } from '../../store/admin-store.ts';
import {
  chooseGrid,
  closeFullscreen,
  toggleFit,
  toggleStats,
  turn,
} from '../../store/view-store.ts';
import { isForeignKey } from './wall-key-guard.ts';

/** Keys that work anywhere on the wall. Enter belongs to the focused button; with none focused it means the first tile. */
export function useWallKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  // Shift and an arrow move within an enlarged picture.
  if (isForeignKey(event) || (event.shiftKey && event.key.startsWith('Arrow'))) return;
  const act = actionFor(event.key);
  if (act === null) return;
  event.preventDefault();
  act();
}

function actionFor(key: string): (() => void) | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
      return () => turn(1);
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return () => turn(-1);
    case 'Escape':
      return closeFullscreen;
    case 'l':
    case 'L':
      return toggleLock;
    case 'f':
    case 'F':
      return toggleFit;
    case 'i':
    case 'I':
      return toggleStats;
    case 'Enter':
      return document.activeElement === document.body ? clickFirstTile : null;
    default: {
      const side = GRID_SIDES.find((one) => String(one) === key);
      return side === undefined ? null : () => chooseGrid(side);
    }
  }
}

function clickFirstTile(): void {
  document.querySelector<HTMLElement>('.tile')?.click();
}

import { useEffect } from 'react';
import { GRID_SIDES } from '@contract/models/view.ts';
import { toggleLock } from '../../store/admin-store.ts';
import { chooseGrid, closeFullscreen, toggleStats, turn } from '../../store/view-store.ts';

/** Keys that work anywhere on the wall. Enter belongs to the focused button; with none focused it means the first tile. */
export function useWallKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || isElsewhere(event.target)) return;
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

/** Dialogs and text fields have their own keys. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

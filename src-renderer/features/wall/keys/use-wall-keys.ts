import { useEffect } from 'react';
import { GRID_SIDES } from '@contract/models/view.ts';
import { toggleLock } from '../../../store/admin-store.ts';
import {
  cancelEntry,
  currentEntry,
  eraseDigit,
  typeDigit,
} from '../../../store/number-entry-store.ts';
import { openOverlay } from '../../../store/overlay-store.ts';
import {
  chooseGrid,
  closeFullscreen,
  isFullscreen,
  openNumber,
  toggleFit,
  toggleStats,
  turn,
} from '../../../store/view-store.ts';
import { commandFor, WALL_KEYS, type WallCommand } from './key-list.ts';
import { focusFrom, tabStopTile } from './tile-focus.ts';
import { isForeignKey, isForeignPlace } from './wall-key-guard.ts';

/** Keys that work anywhere on the wall, after those of the tile that is meant. */
export function useWallKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  const act = event.defaultPrevented ? null : (gridAction(event) ?? actionFor(event));
  if (act === null) return;
  event.preventDefault();
  act();
}

/** By the key's place: with Ctrl, a layout on which digits need Shift gives other signs. */
function gridAction(event: KeyboardEvent): (() => void) | null {
  const { code, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (!(ctrlKey || metaKey) || altKey || shiftKey || isForeignPlace(event)) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const side = GRID_SIDES.find((one) => String(one) === digit);
  return side === undefined ? null : () => chooseGrid(side);
}

function actionFor(event: KeyboardEvent): (() => void) | null {
  const { key, shiftKey } = event;
  // Shift and an arrow move within an enlarged picture.
  if (isForeignKey(event) || (shiftKey && key.startsWith('Arrow'))) return null;
  if (/^\d$/.test(key)) return () => typeDigit(key);
  const entry = entryAction(key);
  if (entry !== null) return entry;
  const command = commandFor(WALL_KEYS, key);
  return command === null ? null : COMMANDS[command](key);
}

/** While a number is typed, some keys are about it. */
function entryAction(key: string): (() => void) | null {
  const digits = currentEntry();
  if (digits === '') return null;
  if (key === 'Backspace') return eraseDigit;
  if (key === 'Escape') return cancelEntry;
  if (key !== 'Enter') return null;
  return () => {
    cancelEntry();
    openNumber(Number(digits));
  };
}

const COMMANDS: Record<WallCommand, (key: string) => (() => void) | null> = {
  find: () => () => openOverlay('find'),
  help: () => () => openOverlay('keys'),
  // Enter belongs to the button that has the focus.
  open: () => (document.activeElement === document.body ? () => tabStopTile()?.click() : null),
  back: () => stepBack,
  move: (key) => () => move(key),
  nextPage: () => () => turn(1),
  previousPage: () => () => turn(-1),
  lock: () => toggleLock,
  fill: () => toggleFit,
  figures: () => toggleStats,
  // Digits are no names of keys.
  number: () => null,
  grid: () => null,
};

function stepBack(): void {
  const menu = document.querySelector<HTMLElement>(':popover-open');
  if (menu === null) closeFullscreen();
  else menu.hidePopover();
}

function move(key: string): void {
  if (!isFullscreen()) focusFrom(key);
  else if (key === 'ArrowLeft' || key === 'ArrowUp') turn(-1);
  else if (key === 'ArrowRight' || key === 'ArrowDown') turn(1);
}

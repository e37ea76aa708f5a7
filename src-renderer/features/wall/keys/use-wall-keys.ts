import { useEffect } from 'react';
import { GRID_SIDES } from '@contract/models/view.ts';
import { ownCommands, type Run } from '../../../commands/command-keys.ts';
import type { CommandId } from '../../../commands/commands.ts';
import { toggleLock } from '../../../store/admin-store.ts';
import {
  cancelEntry,
  currentEntry,
  eraseDigit,
  typeDigit,
} from '../../../store/number-entry-store.ts';
import { closeEvents } from '../../../store/event-store.ts';
import {
  closeHealth,
  isHealthPanelOpen,
  openEventsInstead,
  openHealth,
} from '../../../store/health-store.ts';
import { openOverlay } from '../../../store/overlay-store.ts';
import { takeUndo } from '../../../store/toast-store.ts';
import {
  chooseGrid,
  closeFullscreen,
  isFullscreen,
  openNumber,
  toggleFit,
  toggleStats,
  turn,
} from '../../../store/view-store.ts';
import { focusFrom, tabStopTile } from './tile-focus.ts';

/** Keys that work anywhere on the wall, after those of the tile that is meant. */
export function useWallKeys(): void {
  useEffect(() => ownCommands('wall', RUNS), []);
}

const RUNS: Record<CommandId<'wall'>, Run> = {
  find: () => () => openOverlay('find'),
  help: () => () => openOverlay('keys'),
  number:
    ({ key }) =>
    () =>
      typeDigit(key),
  open: () => {
    if (currentEntry() !== '') return openEntry;
    // Enter belongs to the button that has the focus.
    return document.activeElement === document.body ? () => tabStopTile()?.click() : null;
  },
  back: () => (currentEntry() === '' ? closeFullscreen : cancelEntry),
  erase: () => (currentEntry() === '' ? null : eraseDigit),
  // Shift and an arrow move within an enlarged picture.
  move: ({ key, shiftKey }) => (shiftKey && key.startsWith('Arrow') ? null : () => move(key)),
  nextPage: () => () => turn(1),
  previousPage: () => () => turn(-1),
  grid: ({ code }) => {
    const side = GRID_SIDES.find((one) => code.endsWith(String(one)));
    return side === undefined ? null : () => chooseGrid(side);
  },
  events: () => toggleEvents,
  health: () => toggleHealth,
  undo: () => takeUndo,
  lock: () => toggleLock,
  fill: () => toggleFit,
  figures: () => toggleStats,
};

/** From elsewhere, the key leads into an open list; from within, it closes it. */
function toggleEvents(): void {
  const list = document.querySelector<HTMLElement>('[data-event-list]');
  if (list === null) openEventsInstead();
  else if (list.closest('aside')?.contains(document.activeElement) === true) closeEvents();
  else list.focus();
}

function toggleHealth(): void {
  if (isHealthPanelOpen()) closeHealth();
  else openHealth();
}

function openEntry(): void {
  const digits = currentEntry();
  cancelEntry();
  openNumber(Number(digits));
}

function move(key: string): void {
  if (!isFullscreen()) focusFrom(key);
  else if (key === 'ArrowLeft' || key === 'ArrowUp') turn(-1);
  else if (key === 'ArrowRight' || key === 'ArrowDown') turn(1);
}

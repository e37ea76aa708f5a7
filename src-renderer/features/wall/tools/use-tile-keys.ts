import { useEffect, useRef, type RefObject } from 'react';
import { currentEntry } from '../../../store/number-entry-store.ts';
import { commandFor, TILE_KEYS, type TileCommand } from '../keys/key-list.ts';
import type { TileZoom } from './use-zoom.ts';
import { isForeignKey } from '../keys/wall-key-guard.ts';

const STEP_FACTOR = 1.25;
/** Of the tile, for each press of an arrow. */
const PAN_SHARE = 0.1;
/** A picture moves against the arrow, as the view goes with it. */
const PAN_DIRECTION: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What the keys of one tile do. */
export interface TileActions extends Pick<TileZoom, 'zoomBy' | 'pan' | 'reset'> {
  snapshot: () => void;
  toggleClip: () => void;
}

/** Keys for the one tile that is meant: the one in fullscreen, else the one with the focus. They come before the wall's keys. */
export function useTileKeys(
  frameRef: RefObject<HTMLElement | null>,
  isFullscreen: boolean,
  isZoomed: boolean,
  actions: TileActions,
): void {
  const newest = useRef({ actions, isZoomed });
  useEffect(() => {
    newest.current = { actions, isZoomed };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isMeant = isFullscreen || frameRef.current?.contains(document.activeElement) === true;
      if (!isMeant || isForeignKey(event)) return;
      const act = actionFor(event, newest.current.actions, newest.current.isZoomed);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [frameRef, isFullscreen]);
}

/** Null: not one of them, or nothing to do for it here. */
function actionFor(
  event: KeyboardEvent,
  actions: TileActions,
  isZoomed: boolean,
): (() => void) | null {
  const { zoomBy, pan, reset, snapshot, toggleClip } = actions;
  const direction = PAN_DIRECTION[event.key];
  if (direction !== undefined) {
    const [x, y] = direction;
    return event.shiftKey ? () => pan({ x: x * PAN_SHARE, y: y * PAN_SHARE }) : null;
  }
  const command = commandFor(TILE_KEYS, event.key);
  const isTyping = currentEntry() !== '';
  const acts: Record<TileCommand, (() => void) | null> = {
    snapshot: event.repeat ? null : snapshot,
    record: event.repeat ? null : toggleClip,
    zoomIn: () => zoomBy(STEP_FACTOR),
    zoomOut: () => zoomBy(1 / STEP_FACTOR),
    // While a number is typed, this is a digit of it.
    zoomReset: isTyping ? null : reset,
    zoomBack: isZoomed && !isTyping ? reset : null,
    pan: null,
  };
  return command === null ? null : acts[command];
}

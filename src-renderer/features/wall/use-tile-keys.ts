import { useEffect, useRef, type RefObject } from 'react';
import type { TileZoom } from './use-zoom.ts';
import { isForeignKey } from './wall-key-guard.ts';

const STEP_FACTOR = 1.25;
/** Of the tile, for each press of an arrow. */
const PAN_SHARE = 0.1;

/** What the keys of one tile do. */
export interface TileActions extends Pick<TileZoom, 'zoomBy' | 'pan' | 'reset'> {
  snapshot: () => void;
  toggleClip: () => void;
}

/** Keys for the one tile that is meant: the one in fullscreen, else the one with the focus. */
export function useTileKeys(
  frameRef: RefObject<HTMLElement | null>,
  isFullscreen: boolean,
  actions: TileActions,
): void {
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isMeant = isFullscreen || frameRef.current?.contains(document.activeElement) === true;
      if (!isMeant || isForeignKey(event)) return;
      const act = actionFor(event, newest.current);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [frameRef, isFullscreen]);
}

/** Null: not one of them. A picture moves against the arrow, as the view goes with it. */
function actionFor(event: KeyboardEvent, actions: TileActions): (() => void) | null {
  const { zoomBy, pan, reset, snapshot, toggleClip } = actions;
  const { key, shiftKey, repeat } = event;
  if (key.startsWith('Arrow')) {
    const by = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key];
    const [x = 0, y = 0] = by ?? [];
    return shiftKey ? () => pan({ x: x * PAN_SHARE, y: y * PAN_SHARE }) : null;
  }
  switch (key.toLowerCase()) {
    case '+':
    case '=':
      return () => zoomBy(STEP_FACTOR);
    case '-':
    case '_':
      return () => zoomBy(1 / STEP_FACTOR);
    case '0':
      return reset;
    case 's':
      return repeat ? null : snapshot;
    case 'r':
      return repeat ? null : toggleClip;
    default:
      return null;
  }
}

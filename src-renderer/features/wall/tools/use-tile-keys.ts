import { useEffect, useRef, type RefObject } from 'react';
import { ownCommands, type Run } from '../../../commands/command-keys.ts';
import { type CommandId, COMMANDS } from '../../../commands/commands.ts';
import { currentEntry } from '../../../store/number-entry-store.ts';
import type { TileZoom } from './use-zoom.ts';

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

const COMMAND_IDS = Object.keys(COMMANDS.tile) as CommandId<'tile'>[];

/** What the keys of one tile do. */
export interface TileActions extends Pick<TileZoom, 'zoomBy' | 'pan' | 'reset'> {
  snapshot: () => void;
  toggleClip: () => void;
  lookBack: () => void;
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
    const run =
      (id: CommandId<'tile'>): Run =>
      (event) =>
        actionFor(id, event, newest.current.actions, newest.current.isZoomed);
    const runs = Object.fromEntries(COMMAND_IDS.map((id) => [id, run(id)]));
    const isMeant = (): boolean =>
      isFullscreen || frameRef.current?.contains(document.activeElement) === true;
    return ownCommands('tile', runs, isMeant);
  }, [frameRef, isFullscreen]);
}

/** Null: nothing to do for it here. */
function actionFor(
  id: CommandId<'tile'>,
  { key, shiftKey, repeat }: KeyboardEvent,
  actions: TileActions,
  isZoomed: boolean,
): (() => void) | null {
  const { zoomBy, pan, reset, snapshot, toggleClip, lookBack } = actions;
  const isTyping = currentEntry() !== '';
  const [x, y] = PAN_DIRECTION[key] ?? [0, 0];
  const acts: Record<CommandId<'tile'>, (() => void) | null> = {
    snapshot: repeat ? null : snapshot,
    record: repeat ? null : toggleClip,
    lookBack: repeat ? null : lookBack,
    zoomIn: () => zoomBy(STEP_FACTOR),
    zoomOut: () => zoomBy(1 / STEP_FACTOR),
    // While a number is typed, this is a digit of it.
    zoomReset: isTyping ? null : reset,
    zoomBack: isZoomed && !isTyping ? reset : null,
    pan: shiftKey ? () => pan({ x: x * PAN_SHARE, y: y * PAN_SHARE }) : null,
  };
  return acts[id];
}

import { useEffect, type RefObject } from 'react';
import { ownCommands, type Run } from '../../commands/command-keys.ts';
import type { CommandId } from '../../commands/commands.ts';
import type { JournalRow } from '@contract/models/events/journal.ts';
import { acknowledgeEvent, acknowledgeKind } from '../../store/acknowledge.ts';
import { closeEvents, currentEvents, stepEvent } from '../../store/event-store.ts';
import { currentWallCameras } from '../../store/site-store.ts';
import { replay } from './replay.ts';
import { openFullscreen } from '../../store/view-store.ts';

const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowUp: -1, ArrowDown: 1, PageUp: -8, PageDown: 8 },
  ...{ Home: -Infinity, End: Infinity },
};

/** Keys of the list, while the focus is in the panel. */
export function useEventKeys(
  panel: RefObject<HTMLElement | null>,
  onNote: (row: JournalRow) => void,
): void {
  useEffect(() => {
    const runs: Record<CommandId<'events'>, Run> = {
      step: ({ key }) => {
        const step = STEPS[key];
        return step === undefined ? null : () => stepEvent(step);
      },
      goTo: ({ target }) =>
        // Enter belongs to the button that has the focus.
        target instanceof HTMLButtonElement ? null : withChosen(goTo),
      acknowledge: ({ repeat }) =>
        repeat ? null : withChosen((row) => void acknowledgeEvent(row)),
      acknowledgeKind: ({ repeat }) =>
        repeat ? null : withChosen((row) => void acknowledgeKind(row)),
      note: () => withChosen(onNote),
      replay: ({ repeat }) => (repeat ? null : withChosen(replay)),
      close: ({ repeat }) => (repeat ? null : closeEvents),
    };
    const isMeant = (): boolean => panel.current?.contains(document.activeElement) === true;
    return ownCommands('events', runs, isMeant);
  }, [panel, onNote]);
}

/** Nothing happens without a row, but the key is the list's all the same. */
function withChosen(act: (row: JournalRow) => void): () => void {
  return () => {
    const { chosen } = currentEvents();
    if (chosen !== null) act(chosen);
  };
}

/** The picture fills the window beside the list, which keeps the focus: what was seen is acknowledged by the next key. */
function goTo({ cameraId }: JournalRow): void {
  const camera = currentWallCameras().find(({ id }) => id === cameraId);
  if (camera !== undefined) openFullscreen(camera.id);
}

import type { KeyboardEvent } from 'react';
import { goTo, tickAll, toggle, type Selection } from './camera-selection.ts';

/** What the keys of the table act on. */
export interface TableKeys {
  order: readonly number[];
  selection: Selection;
  onSelection: (selection: Selection) => void;
  /** How many rows are seen at once. */
  pageRows: () => number;
  onEdit: (id: number) => void;
  onRemove: () => void;
  onMove: (step: 1 | -1) => void;
}

/** The keys of a list, as file managers have them; null: not one of them. */
function actionFor(event: KeyboardEvent, keys: TableKeys): (() => void) | null {
  const { order, selection, onSelection } = keys;
  const { cursor } = selection;
  const at = cursor === null ? -1 : order.indexOf(cursor);
  const to = (index: number) => () => onSelection(goTo(selection, order, index, event.shiftKey));
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand) {
    return event.key === 'a' ? () => onSelection(tickAll(selection, order, true)) : null;
  }
  switch (event.key) {
    case 'ArrowDown':
      return event.altKey ? () => keys.onMove(1) : to(at + 1);
    case 'ArrowUp':
      return event.altKey ? () => keys.onMove(-1) : to(at - 1);
    case 'PageDown':
      return to(at + keys.pageRows());
    case 'PageUp':
      return to(at - keys.pageRows());
    case 'Home':
      return to(0);
    case 'End':
      return to(order.length - 1);
    case ' ':
      return cursor === null ? null : () => onSelection(toggle(selection, cursor));
    case 'Enter':
    case 'F2':
      return cursor === null ? null : () => keys.onEdit(cursor);
    case 'Delete':
      return keys.onRemove;
    case 'Escape':
      // With nothing ticked, Esc closes the dialog as everywhere.
      return selection.ids.size === 0 ? null : () => onSelection(tickAll(selection, order, false));
    default:
      return null;
  }
}

/** Handles a key that was pressed on the table itself. */
export function onTableKey(event: KeyboardEvent, keys: TableKeys): void {
  if (event.target !== event.currentTarget) return;
  const act = actionFor(event, keys);
  if (act === null) return;
  event.preventDefault();
  act();
}

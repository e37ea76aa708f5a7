import type { UndoTicket } from '@contract/models/undo.ts';
import { text } from '../text/catalogue.ts';
import { adminRequest } from './admin-store.ts';
import { showFailure, showToast } from './toast-store.ts';

/** Says what was removed, and takes it back for as long as main can. */
export function offerUndo(said: string, { undoId, expiresInMs }: UndoTicket): void {
  const undo = async (): Promise<void> => {
    const undone = await adminRequest('undo:run', { undoId });
    if (undone.ok) showToast(text.common.takenBack);
    else showFailure(undone.error.message);
  };
  showToast(said, { label: text.common.undo, isUndo: true, run: () => void undo() }, expiresInMs);
}

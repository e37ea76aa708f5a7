import type { UndoTicket } from '@contract/models/undo.ts';
import { adminRequest } from './admin-store.ts';
import { hideToast, showToast } from './toast-store.ts';

/** Says what was removed, and takes it back for as long as main can. */
export function offerUndo(text: string, { undoId, expiresInMs }: UndoTicket): void {
  const undo = async (): Promise<void> => {
    hideToast();
    const undone = await adminRequest('undo:run', { undoId });
    showToast(undone.ok ? 'Taken back.' : undone.error.message);
  };
  showToast(text, { label: 'Undo', run: () => void undo() }, expiresInMs);
}

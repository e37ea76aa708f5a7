import type { SavedFile } from '@contract/models/site.ts';
import { request } from '../api/ipc-client.ts';
import { showFailure, showToast } from './toast-store.ts';

/** Time to read it and to reach for the button. */
const TOAST_MS = 8_000;

/** Says that a file was written, and leads to it. */
export function offerFile(text: string, { fileId }: SavedFile): void {
  const reveal = async (): Promise<void> => {
    const shown = await request('file:reveal', { fileId });
    if (!shown.ok) showFailure(shown.error.message);
  };
  showToast(text, { label: 'Open folder', run: () => void reveal() }, TOAST_MS);
}

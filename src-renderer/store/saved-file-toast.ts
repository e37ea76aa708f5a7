import type { SavedFile } from '@contract/models/site.ts';
import { text } from '../text/catalogue.ts';
import { request } from '../api/ipc-client.ts';
import { showFailure, showToast } from './toast-store.ts';

/** Time to read it and to reach for the button. */
const TOAST_MS = 8_000;

/** Says that a file was written and what it is called, and leads to it. */
export function offerFile(said: string, file: SavedFile): void {
  const action = { label: text.recordings.openFolder, run: () => void revealFile(file) };
  showToast(`${said} ${fileName(file)}`, action, TOAST_MS);
}

/** Shows a file in the system's file manager, or says why not. */
export async function revealFile({ fileId }: SavedFile): Promise<void> {
  const shown = await request('file:reveal', { fileId });
  if (!shown.ok) showFailure(shown.error.message);
}

/** A path's last part, on every system. */
export function fileName({ path }: SavedFile): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

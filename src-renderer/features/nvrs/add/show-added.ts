import { text } from '../../../text/catalogue.ts';
import { currentWallCameras } from '../../../store/site-store.ts';
import { showToast } from '../../../store/toast-store.ts';
import { showCamera } from '../../../store/view-store.ts';

/** Leads to what has just been added: its page on the wall, and a sentence. */
export function showAdded(nvrId: number, name: string): void {
  const cameras = currentWallCameras().filter((camera) => camera.nvrId === nvrId);
  const [first] = cameras;
  if (first) showCamera(first.id);
  showToast(text.nvrs.added(name, cameras.length));
}

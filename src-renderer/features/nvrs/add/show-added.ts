import { text } from '../../../text/catalogue.ts';
import { currentWallCameras } from '../../../store/site-store.ts';
import { showToast } from '../../../store/toast-store.ts';
import { showCamera } from '../../../store/view-store.ts';

/** Time to read, and to decide. */
const OFFER_MS = 20_000;

/** Leads to what has just been added: its page on the wall, and a sentence. @param onCheckAlarms what can be looked at next */
export function showAdded(nvrId: number, name: string, onCheckAlarms?: () => void): void {
  const cameras = currentWallCameras().filter((camera) => camera.nvrId === nvrId);
  const [first] = cameras;
  if (first) showCamera(first.id);
  const said = text.nvrs.added(name, cameras.length);
  if (onCheckAlarms === undefined) showToast(said);
  else showToast(said, { label: text.alarmCheck.offer, run: onCheckAlarms }, OFFER_MS);
}

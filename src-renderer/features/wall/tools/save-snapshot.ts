import type { Camera } from '@contract/models/camera.ts';
import { text } from '../../../text/catalogue.ts';
import { request } from '../../../api/ipc-client.ts';
import { offerFile } from '../../../store/saved-file-toast.ts';
import { showFailure } from '../../../store/toast-store.ts';
import type { Picture } from './picture-of.ts';

/** Saves the picture on a tile as it was sent, whatever size and part of it the tile shows. */
export async function saveSnapshot(
  camera: Camera,
  picture: Picture | null,
  tile: HTMLElement | null,
): Promise<void> {
  const png = picture && tile && (await shownPng(tile));
  if (!picture || !png) {
    showFailure(text.recordings.noPictureOf(camera.name));
    return;
  }
  const { frozenSinceMs } = picture;
  const saved = await request('snapshot:save', { cameraId: camera.id, png, frozenSinceMs });
  if (!saved.ok) showFailure(saved.error.message);
  else {
    const { snapshotSaved, frozenSaved } = text.recordings;
    const said = frozenSinceMs === null ? snapshotSaved : frozenSaved;
    offerFile(said(camera.name), saved.value);
  }
}

/** The topmost video is the one that is seen: a stream that is to replace it lies below it until it has a picture. */
async function shownPng(tile: HTMLElement): Promise<Uint8Array<ArrayBuffer> | null> {
  const video = [...tile.querySelectorAll('video')].at(-1);
  if (!video || video.videoWidth === 0 || video.readyState < video.HAVE_CURRENT_DATA) return null;
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  try {
    context.drawImage(video, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    // Too large for this machine's memory, or for a canvas.
    return null;
  }
}

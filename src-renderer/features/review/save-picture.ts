import { request } from '../../api/ipc-client.ts';
import { currentReview } from '../../store/review-store.ts';
import { offerFile } from '../../store/saved-file-toast.ts';
import { currentCameras } from '../../store/site-store.ts';
import { showFailure } from '../../store/toast-store.ts';
import { text } from '../../text/catalogue.ts';

/** Where the pictures are drawn. */
export const PICTURE_ID = 'review-picture';

/** Saves the picture that is shown as it was recorded, with its own time in the file's name. */
export async function saveRecordedPicture(): Promise<void> {
  const review = currentReview();
  const canvas = document.getElementById(PICTURE_ID);
  const name = currentCameras().find(({ id }) => id === review?.cameraId)?.name ?? '';
  const atMs = review?.shownAtMs ?? null;
  const png = canvas instanceof HTMLCanvasElement && atMs !== null ? await pngOf(canvas) : null;
  if (review === null || atMs === null || png === null) {
    showFailure(text.recordings.noPictureOf(name));
    return;
  }
  const saved = await request('snapshot:save', {
    ...{ cameraId: review.cameraId, png, frozenSinceMs: null },
    recordedAtMs: Math.round(atMs),
  });
  if (saved.ok) offerFile(text.review.pictureSaved(name), saved.value);
  else showFailure(saved.error.message);
}

async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer> | null> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new Uint8Array(await blob.arrayBuffer());
}

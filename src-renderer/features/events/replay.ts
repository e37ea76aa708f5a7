import type { JournalRow } from '@contract/models/events/journal.ts';
import { lookBack } from '../../store/review-store.ts';
import { currentWallCameras } from '../../store/site-store.ts';

/** What led to it is seen, too. */
const BEFORE_MS = 10_000;

/** Shows what its camera saw, from a little before. */
export function replay({ cameraId, startedAtMs }: JournalRow): void {
  const camera = currentWallCameras().find(({ id }) => id === cameraId);
  if (camera !== undefined) lookBack(camera.id, startedAtMs - BEFORE_MS);
}

import type { JournalRow } from '@contract/models/events/journal.ts';
import { request } from '../api/ipc-client.ts';
import { text } from '../text/catalogue.ts';
import { whatOf, whereOf } from '../text/event-words.ts';
import { openEvents } from './event-store.ts';
import { currentWallCameras } from './site-store.ts';
import { openFullscreen } from './view-store.ts';

/** What comes within so long after a notice is told by one more. */
const GATHERED_MS = 5_000;

let gathered: JournalRow[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Alarms that began are said on the desktop, which main does while no wall is in front. */
export function noteForDesktop(fresh: readonly JournalRow[]): void {
  gathered = [...fresh, ...gathered];
  if (timer === undefined) tell();
}

/** Somebody clicked on a notice. */
export function openFromDesktop({ cameraId }: { cameraId: number | null }): void {
  const isOnWall = currentWallCameras().some(({ id }) => id === cameraId);
  if (cameraId !== null && isOnWall) openFullscreen(cameraId);
  else openEvents();
}

function tell(): void {
  timer = undefined;
  const [newest, ...others] = gathered;
  if (newest === undefined) return;
  gathered = [];
  timer = setTimeout(tell, GATHERED_MS);
  const [what, where] = [whatOf(newest), whereOf(newest)];
  const { noticeNewest, noticeOf, noticeOfMany } = text.events;
  void request('alarm:notify', {
    ...{ id: newest.id, cameraId: others.length === 0 ? newest.cameraId : null },
    title: others.length === 0 ? noticeOf(what, where) : noticeOfMany(others.length + 1),
    body: others.length === 0 ? newest.nvrName : noticeNewest(what, where),
  });
}

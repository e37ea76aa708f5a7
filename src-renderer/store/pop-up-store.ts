import { create } from 'zustand';
import type { JournalRow } from '@contract/models/events/journal.ts';
import { NO_POP_UPS, type PopUps, popUpsAt, withAlarm } from '../model/pop-ups.ts';
import { currentWallCameras } from './site-store.ts';
import {
  closeFullscreen,
  currentPage,
  goToPage,
  isPoppingUp,
  openFullscreen,
} from './view-store.ts';

interface PopUpState extends PopUps {
  /** The page that the wall returns to. */
  pageBefore: number;
}

const usePopUpState = create<PopUpState>(() => ({ ...NO_POP_UPS, pageBefore: 0 }));

/** What came to the front, and what waits for it. */
export const usePopUps = (): PopUps => usePopUpState();
/** Whether an alarm camera is at the front, outside React. */
export const isPopUpShown = (): boolean => usePopUpState.getState().shown !== null;

/** Alarms that began want to be seen, where this wall is set so. The newest is the first of them. */
export function notePopUps(fresh: readonly JournalRow[]): void {
  if (!isPoppingUp()) return;
  const onWall = new Set(currentWallCameras().map(({ id }) => id));
  for (const row of fresh.toReversed()) {
    const { cameraId } = row;
    if (cameraId !== null && onWall.has(cameraId)) {
      const alarm = { row, cameraId, atMs: performance.now() };
      usePopUpState.setState((before) => withAlarm(before, alarm));
    }
  }
}

/** Brings to the front what waits, and goes back to the wall when its time is over. */
export function updatePopUps(isBusy: boolean): void {
  const before = usePopUpState.getState();
  const after = popUpsAt(before, performance.now(), isBusy);
  if (after === before) return;
  const { shown } = after;
  const pageBefore = before.shown === null ? currentPage() : before.pageBefore;
  usePopUpState.setState({ ...after, pageBefore });
  if (shown !== null && shown.cameraId !== before.shown?.cameraId) openFullscreen(shown.cameraId);
  if (shown === null && before.shown !== null) goToPage(pageBefore);
}

/** Somebody uses what is at the front: it stays, and nothing returns by itself. */
export function takeOverPopUp(): void {
  usePopUpState.setState(NO_POP_UPS);
}

/** Back to the wall as it was. */
export function dismissPopUp(): void {
  const { pageBefore } = usePopUpState.getState();
  takeOverPopUp();
  closeFullscreen();
  goToPage(pageBefore);
}

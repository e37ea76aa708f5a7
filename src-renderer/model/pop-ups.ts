import type { JournalRow } from '@contract/models/events/journal.ts';

/** So long one is shown, and so long while others wait. */
const SHOWN_MS = 20_000;
const SHOWN_OF_MANY_MS = 8_000;
/** What could not be shown by then, because somebody used the wall, is not shown any more: they were there. */
const FRESH_MS = 20_000;
const WAITING_MAX = 5;

/** An alarm at a camera. Times are those of performance.now(). */
export interface PopUp {
  row: JournalRow;
  cameraId: number;
  atMs: number;
}

/** The alarm camera that came to the front by itself, and those that wait for it, the newest first. */
export interface PopUps {
  shown: (PopUp & { sinceMs: number }) | null;
  waiting: readonly PopUp[];
}

/** Nothing came to the front. */
export const NO_POP_UPS: PopUps = { shown: null, waiting: [] };

/** An alarm began. Each camera is there once, with its newest. */
export function withAlarm({ shown, waiting }: PopUps, alarm: PopUp): PopUps {
  if (shown?.cameraId === alarm.cameraId) {
    return { shown: { ...alarm, sinceMs: alarm.atMs }, waiting };
  }
  const others = waiting.filter(({ cameraId }) => cameraId !== alarm.cameraId);
  return { shown, waiting: [alarm, ...others].slice(0, WAITING_MAX) };
}

/**
 * How it stands now.
 * @param isBusy somebody steers or reviews: nothing comes to the front then. What is there stays; who takes it over says so otherwise.
 */
export function popUpsAt(before: PopUps, nowMs: number, isBusy: boolean): PopUps {
  const { shown, waiting } = before;
  if (shown !== null && nowMs < endsAtMs(before)) return before;
  const fresh = shown === null ? waiting.filter(({ atMs }) => nowMs - atMs < FRESH_MS) : waiting;
  const [next, ...rest] = fresh;
  if (next === undefined || (isBusy && shown === null)) {
    const isSame = shown === null && fresh.length === waiting.length;
    return isSame ? before : { shown: null, waiting: fresh };
  }
  return { shown: { ...next, sinceMs: nowMs }, waiting: rest };
}

/** When what is shown gives way, to another or to the wall; 0: nothing is shown. */
export function endsAtMs({ shown, waiting }: PopUps): number {
  if (shown === null) return 0;
  return shown.sinceMs + (waiting.length > 0 ? SHOWN_OF_MANY_MS : SHOWN_MS);
}

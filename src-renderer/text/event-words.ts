import type { JournalRow } from '@contract/models/events/journal.ts';
import { text } from './catalogue.ts';
import { clockTimeWithSeconds } from './clock-time.ts';
import { dayText } from './day-text.ts';
import { durationText } from './duration-text.ts';

/** What happened; of what the app does not know, the device's own name for it. */
export function whatOf({ type, deviceType }: JournalRow): string {
  return type === 'other' && deviceType !== '' ? deviceType : text.events.types[type];
}

/** Where: the camera, or the NVR where it concerns that. */
export function whereOf({ cameraName, nvrName }: JournalRow): string {
  return cameraName ?? nvrName;
}

/** "14:05:09", on another day "20 Nov 14:05:09". */
export function whenOf({ startedAtMs }: JournalRow, nowMs: number): string {
  const time = clockTimeWithSeconds(startedAtMs);
  const isToday = new Date(startedAtMs).toDateString() === new Date(nowMs).toDateString();
  return isToday ? time : `${dayText(startedAtMs)} ${time}`;
}

/** "goes on, 4 min", "12 s · 3×". */
export function courseOf(row: JournalRow, nowMs: number): string {
  const { startedAtMs, endedAtMs, isEndKnown, isStorm, isHistory, count } = row;
  const { goesOn, endUnknown, storm, times, history } = text.events;
  const parts = [
    endedAtMs === null
      ? goesOn(durationText(nowMs - startedAtMs))
      : durationText(endedAtMs - startedAtMs),
    endedAtMs !== null && !isEndKnown ? endUnknown : '',
    isStorm ? storm(count) : count > 1 ? times(count) : '',
    isHistory ? history : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

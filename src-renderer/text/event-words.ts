import type { JournalRow } from '@contract/models/events/journal.ts';
import { text } from './catalogue.ts';
import { clockTimeWithSeconds } from './clock-time.ts';
import { dayText } from './day-text.ts';
import { durationText } from './duration-text.ts';

/** Devices tell whole seconds, and a message takes a moment. */
const SAME_TIME_MS = 2_000;
const DEVICE_DIGITS = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})/;

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
  return timeSeenFrom(startedAtMs, nowMs);
}

/**
 * When it was by the NVR's own clock, which its recordings and pictures bear, where that differs from the row's time; '' where it does not.
 * @param driftMs how far that clock is ahead now; null: not known
 */
export function nvrClockOf(
  { startedAtMs, deviceTime }: JournalRow,
  driftMs: number | null,
): string {
  const digits = DEVICE_DIGITS.exec(deviceTime ?? '');
  if (digits === null) return '';
  // Whatever its suffix says, the digits are what stands in the picture.
  const shownAtMs = new Date(`${digits[1]}T${digits[2]}`).getTime();
  if (Number.isNaN(shownAtMs) || Math.abs(shownAtMs - startedAtMs) <= SAME_TIME_MS) return '';
  const isKnown = driftMs !== null && Math.abs(driftMs) > SAME_TIME_MS;
  const drift = isKnown ? text.health.drift(driftMs) : null;
  return text.events.nvrClock(timeSeenFrom(shownAtMs, startedAtMs), drift);
}

function timeSeenFrom(atMs: number, nowMs: number): string {
  const time = clockTimeWithSeconds(atMs);
  const isSameDay = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  return isSameDay ? time : `${dayText(atMs)} ${time}`;
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

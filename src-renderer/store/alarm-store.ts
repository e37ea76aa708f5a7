import { create } from 'zustand';
import type { EventType } from '@contract/models/events/event-type.ts';
import type { EventsChanged, EventSummary } from '@contract/models/events/journal.ts';
import { request } from '../api/ipc-client.ts';
import { isRinging, type Ringing, ringingAfter, ringingAtStart, SILENT } from '../model/ringing.ts';

interface AlarmState {
  summary: EventSummary;
  ringing: Ringing;
}

const NOTHING: EventSummary = { unacknowledged: 0, open: [], highest: null, unwritten: 0 };

const useAlarms = create<AlarmState>(() => ({ summary: NOTHING, ringing: SILENT }));

/** What a tile says of an alarm that goes on at its camera. */
export interface CameraAlarm {
  types: readonly EventType[];
  isUnacknowledged: boolean;
}

/** Alarms that nobody has acknowledged. */
export const useUnacknowledged = (): number => useAlarms(({ summary }) => summary.unacknowledged);
/** Rows that the disk has not taken. */
export const useUnwritten = (): number => useAlarms(({ summary }) => summary.unwritten);
/** Whether an alarm sounds, unless it is muted. */
export const useIsRinging = (): boolean => useAlarms(({ ringing }) => isRinging(ringing));

/** The alarm that goes on at a camera; null: none does. What is only logged is none. */
export function useCameraAlarm(cameraId: number): CameraAlarm | null {
  // As text: main tells all of it anew each time, and a tile is drawn only when its own changed.
  const said = useAlarms(({ summary }) => {
    const ours = summary.open.filter(
      (one) => one.cameraId === cameraId && one.severity === 'alarm',
    );
    if (ours.length === 0) return null;
    const types = [...new Set(ours.flatMap((one) => one.types))];
    return JSON.stringify({ types, isUnacknowledged: ours.some((one) => one.isUnacknowledged) });
  });
  return said === null ? null : (JSON.parse(said) as CameraAlarm);
}

let hasBeenTold = false;

/** Asks how it stands; what an event told meanwhile is newer. */
export async function loadAlarms(): Promise<void> {
  const summary = await request('event:open', {});
  if (!summary.ok || hasBeenTold) return;
  useAlarms.setState({ summary: summary.value, ringing: ringingAtStart(summary.value) });
}

/** Takes main's word on what changed. */
export function noteAlarms(changed: EventsChanged): void {
  hasBeenTold = true;
  useAlarms.setState(({ ringing }) => ({
    summary: changed.summary,
    ringing: ringingAfter(ringing, changed),
  }));
}

import type { EventRow } from '../../src-main/app/events/journal/event-row.ts';

/** A row as the app makes it of a line that was crossed; it is over. */
export function eventRow(entries: Partial<EventRow> & { id: number }): EventRow {
  const startedAtMs = entries.startedAtMs ?? 1_000 * entries.id;
  return {
    ...{ nvrId: 1, nvrName: 'Warehouse', cameraId: 1, cameraName: 'Gate', channel: 1 },
    ...{ type: 'line-crossing', deviceType: 'linedetection', severity: 'alarm', part: 'region-1' },
    ...{ target: null, startedAtMs, deviceTime: null, lastAtMs: startedAtMs },
    ...{ endedAtMs: startedAtMs + 500, isEndKnown: true, count: 1, isStorm: false },
    ...{ isHistory: false, acknowledgedAtMs: null, acknowledgedBy: null, note: '' },
    ...entries,
  };
}

import type { OpenConditions } from '@contract/models/events/journal.ts';
import { type EventRow, isWaiting } from '../journal/event-row.ts';

/** What is open, by camera and by recorder. */
export function summarise(open: readonly EventRow[]): OpenConditions[] {
  const groups = new Map<string, OpenConditions>();
  for (const row of open) {
    const { nvrId, cameraId, severity, type } = row;
    const key = `${nvrId}/${cameraId ?? ''}`;
    const known = groups.get(key);
    groups.set(key, {
      ...{ nvrId, cameraId },
      severity: severity === 'alarm' ? severity : (known?.severity ?? severity),
      types: [...new Set([...(known?.types ?? []), type])],
      isUnacknowledged: isWaiting(row) || known?.isUnacknowledged === true,
    });
  }
  return [...groups.values()];
}

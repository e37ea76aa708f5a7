import type { AlarmSource } from '@contract/models/alarm-check.ts';
import { eventFilterSchema } from '@contract/models/events/journal.ts';
import type { EventService } from '../events/event-service.ts';

/** Of one type the journal leads to the newest row; what is `other` is told apart by the device's name for it, among so many. */
const MOST_OTHERS = 50;

/** When the journal was last told of such an event, Unix time in ms; null: not at all, or it has been deleted since. */
export function lastEventAtMs(
  events: Pick<EventService, 'list'>,
  nvrId: number,
  { type, deviceType, cameraId }: Pick<AlarmSource, 'type' | 'deviceType' | 'cameraId'>,
): number | null {
  const where = cameraId === null ? { nvrIds: [nvrId] } : { cameraIds: [cameraId] };
  const filter = eventFilterSchema.parse({ ...where, types: [type] });
  const limit = type === 'other' ? MOST_OTHERS : 1;
  const { rows } = events.list({ filter, before: null, limit });
  const isSame = (name: string): boolean => name.toLowerCase() === deviceType.toLowerCase();
  return rows.find((row) => type !== 'other' || isSame(row.deviceType))?.lastAtMs ?? null;
}

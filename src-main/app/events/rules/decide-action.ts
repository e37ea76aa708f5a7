import type { EventAction, EventRules } from '@contract/models/events/event-rules.ts';
import type { EventType } from '@contract/models/events/event-type.ts';
import { isWithin, type WallTime } from './schedule.ts';

/** What begins, and when by the clock on the wall. */
export interface Beginning {
  type: EventType;
  cameraId: number | null;
  wallTime: WallTime;
}

/** What becomes of a condition that begins: by the first exception that fits, else by its type. */
export function decideAction(
  { actions, exceptions }: Pick<EventRules, 'actions' | 'exceptions'>,
  { type, cameraId, wallTime }: Beginning,
): EventAction {
  const exception = exceptions.find(
    ({ types, cameraIds, schedule }) =>
      (types.length === 0 || types.includes(type)) &&
      (cameraIds.length === 0 || (cameraId !== null && cameraIds.includes(cameraId))) &&
      (schedule === null || isWithin(schedule, wallTime)),
  );
  return exception?.action ?? actions[type];
}

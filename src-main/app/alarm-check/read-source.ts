import type {
  AlarmSource,
  ArmedHours,
  DetectorState,
  NotifyState,
} from '@contract/models/alarm-check.ts';
import { isTriggerId } from '@contract/models/alarm-check.ts';
import type { EventType } from '@contract/models/events/event-type.ts';
import type { HealthFault } from '@contract/models/health.ts';
import type { Result } from '@contract/result.ts';
import { parseDetector } from '../isapi/endpoints/parse-detector.ts';
import { parseEventSchedule } from '../isapi/endpoints/parse-event-schedule.ts';
import { type EventTrigger, parseNotifications } from '../isapi/endpoints/parse-event-triggers.ts';
import { eventTypeOf } from '../events/event-types.ts';
import { type Ask, askFor, notificationsPath } from './asking.ts';
import { eventAddresses } from './event-addresses.ts';

/** What is read of an event; whose it is and when it last came is added. */
export type ReadSource = Omit<AlarmSource, 'cameraId' | 'lastEventAtMs'>;

/** Nothing more can be learnt of the recorder now. */
export class Interrupted extends Error {
  readonly fault: HealthFault;

  constructor(fault: HealthFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Reads what stands between one event of a recorder and whoever listens: two or three questions. Throws `Interrupted`. */
export async function readSource(
  ask: Ask,
  { id, eventType, channel, methods }: EventTrigger,
  signal: AbortSignal,
): Promise<ReadSource> {
  const question = async <T>(
    path: string,
    parse: Parameters<typeof askFor<T>>[2],
  ): Promise<Result<T, HealthFault>> => {
    const answer = await askFor(ask, { path, signal }, parse);
    if (answer.ok) return answer;
    const { error } = answer;
    if (error === 'not-asked') throw new Interrupted('refused');
    if (error === 'unreachable' || error === 'refused') throw new Interrupted(error);
    return { ok: false, error };
  };
  const listed = async (): Promise<NotifyState> => {
    if (methods !== null) return methods.includes('center') ? 'yes' : 'no';
    const read = await question(notificationsPath(id), parseNotifications);
    return read.ok ? (read.value.includes('center') ? 'yes' : 'no') : untold(read.error);
  };
  const switched = async (path: string): Promise<DetectorState> => {
    const read = await question(path, parseDetector);
    if (!read.ok) return untold(read.error);
    return read.value === null ? 'untold' : read.value ? 'on' : 'off';
  };
  const armed = async (path: string | null): Promise<ArmedHours> => {
    if (path === null) return 'untold';
    const read = await question(path, parseEventSchedule);
    return read.ok ? (read.value ?? 'untold') : 'untold';
  };
  const type = eventTypeOf(eventType.toLowerCase());
  const at = eventAddresses(type, channel);
  const notifies = await listed();
  const detector = at === null ? withoutAddress(type, channel) : await switched(at.detector);
  // When something that is switched off would be armed changes nothing.
  const hours = at === null || detector === 'off' ? 'untold' : await armed(at.schedule);
  return {
    ...{ triggerId: id, type, deviceType: eventType, detector, notifies, hours },
    canLetNotify: notifies === 'no' && isTriggerId(id),
  };
}

/** Analytics that are not known here have a switch somewhere. */
function withoutAddress(type: EventType, channel: EventTrigger['channel']): 'none' | 'untold' {
  return type === 'other' && channel !== null ? 'untold' : 'none';
}

function untold(fault: HealthFault): 'no-permission' | 'untold' {
  return fault === 'no-permission' ? fault : 'untold';
}

import { ISAPI_ROOT, toXml } from '../isapi/xml.ts';
import type { SimulatedTrigger, WeekSchedule } from './simulated-alarms.ts';

const LIST = 'EventTriggerNotificationList';
const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** A list of notifications as firmware writes it; `record` names its channel, `center` does not. */
export function notificationsOf(methods: readonly string[], channel: number | null): string {
  const entries = methods.map((method) => {
    const of =
      method === 'record' && channel !== null ? `<videoInputID>${channel}</videoInputID>` : '';
    const id = method === 'record' ? `record-${channel ?? 1}` : method;
    return `<EventTriggerNotification>\r\n<id>${id}</id>\r\n<notificationMethod>${method}</notificationMethod>\r\n<notificationRecurrence>beginning</notificationRecurrence>\r\n${of}</EventTriggerNotification>\r\n`;
  });
  return `<${LIST} version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema">\r\n${entries.join('')}</${LIST}>\r\n`;
}

/** Body of `GET /ISAPI/Event/triggers`. */
export function triggerList(triggers: readonly SimulatedTrigger[]): string {
  const all = triggers.map(triggerBody).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\r\n<EventNotification version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema"><EventTriggerList version="2.0">${all}</EventTriggerList></EventNotification>`;
}

/** One of its entries, and the body of `GET /ISAPI/Event/triggers/{id}`. */
export function triggerBody({
  id,
  eventType,
  channel,
  isAnalog,
  notifications,
}: SimulatedTrigger): string {
  const tag = isAnalog ? 'videoInputChannelID' : 'dynVideoInputChannelID';
  const of = channel === null ? '' : `<${tag}>${channel}</${tag}>`;
  return `<EventTrigger><id>${id}</id><eventType>${eventType}</eventType><eventDescription>${eventType} Event trigger Information</eventDescription>${of}${notifications ?? ''}</EventTrigger>`;
}

/** The document of a detector’s own switch. */
export function detectorBody(root: string, enabled: boolean): string {
  return toXml({ [root]: { ...ISAPI_ROOT, enabled, sensitivityLevel: 60 } });
}

/** Body of `GET /ISAPI/Event/schedules/…`. */
export function scheduleBody(id: string, schedule: WeekSchedule): string {
  const spans =
    schedule === 'always' ? DAYS.map((day) => [day, '00:00:00', '24:00:00'] as const) : schedule;
  const TimeBlock = spans.map(([dayOfWeek, beginTime, endTime]) => ({
    dayOfWeek,
    TimeRange: { beginTime, endTime },
  }));
  return toXml({ Schedule: { ...ISAPI_ROOT, id, TimeBlockList: { '@_size': 56, TimeBlock } } });
}

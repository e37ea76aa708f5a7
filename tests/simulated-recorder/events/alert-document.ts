import { toXml } from '../isapi/xml.ts';
import { deviceTime, type SimulatedEvent } from './simulated-event.ts';

/** How a device writes its alerts. */
export interface AlertSpelling {
  readonly format: 'xml' | 'json';
  /** Null: none. */
  readonly namespace: string | null;
  /** Before each element's name, as in "ns1:". */
  readonly prefix: string;
  readonly hasOffset: boolean;
  readonly channelName: string;
  readonly hasByteOrderMark: boolean;
  /** Ampersands are left as they are. */
  readonly isUnescaped: boolean;
}

/** As most recorders do. */
export const USUAL_SPELLING: AlertSpelling = {
  format: 'xml',
  namespace: 'http://www.hikvision.com/ver20/XMLSchema',
  prefix: '',
  hasOffset: true,
  channelName: 'Gate & Yard',
  hasByteOrderMark: false,
  isUnescaped: false,
};

/** One alert as a document. */
export function alertDocument(event: SimulatedEvent, spelling: AlertSpelling): Buffer {
  const fields = fieldsOf(event, spelling);
  if (spelling.format === 'json') return Buffer.from(JSON.stringify(fields, null, 1));
  const { namespace, prefix, isUnescaped, hasByteOrderMark } = spelling;
  const xmlns = namespace === null ? {} : { '@_xmlns': namespace };
  const xml = toXml({ EventNotificationAlert: { '@_version': '2.0', ...xmlns, ...fields } });
  const spelt = xml.replaceAll(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
  const text = isUnescaped ? spelt.replaceAll('&amp;', '&') : spelt;
  return Buffer.from(`${hasByteOrderMark ? '\uFEFF' : ''}${text.trimEnd()}`);
}

function fieldsOf(event: SimulatedEvent, { hasOffset, channelName }: AlertSpelling): object {
  const { type, state, channel, input, disk, region, target } = event;
  const {
    channelTag = 'channelID',
    isRetransmission,
    isWrapped,
    description = `${type} alarm`,
  } = event;
  return {
    ...{ ipAddress: '192.0.2.10', portNo: 80, protocol: 'HTTP', macAddress: '02:00:00:00:00:01' },
    ...{ dynChannelID: '', channelID: '', [channelTag]: channel ?? '' },
    dateTime: deviceTime(event.atMs ?? Date.now(), hasOffset),
    activePostCount: state === 'active' ? 1 : 0,
    eventType: isWrapped === true ? 'duration' : type,
    ...(state === undefined ? {} : { eventState: state }),
    ...{ eventDescription: description, channelName },
    ...(isWrapped === true ? { DurationList: { Duration: { relationEvent: type } } } : {}),
    ...(input === undefined ? {} : { inputIOPortID: input }),
    ...(disk === undefined ? {} : { HDDList: { HDD: { id: disk, diskNumber: disk } } }),
    ...(region === undefined
      ? {}
      : {
          DetectionRegionList: { DetectionRegionEntry: { regionID: region, sensitivityLevel: 50 } },
        }),
    ...(target === undefined ? {} : { targetType: target }),
    ...(isRetransmission === undefined ? {} : { isDataRetransmission: isRetransmission }),
  };
}

import { element, flag, listOf, text, wholeNumber } from '../xml/xml-values.ts';

/** What a device tells of one event, in its own words (Hikvision ISAPI `EventNotificationAlert`). */
export interface Alert {
  /** Lower case; of a `duration` wrapper what it is about. */
  readonly type: string;
  /** `once`: no state was told. */
  readonly state: 'active' | 'inactive' | 'once';
  /** As the device counts; null for none, which means the device itself. */
  readonly channel: number | null;
  /** "region-1", "io-2", "disk-1"; '' for none. */
  readonly part: string;
  /** By the device's clock, as it was written. */
  readonly time: string | null;
  /** The device sends it again, after nobody listened. */
  readonly isRetransmission: boolean;
  /** Lower case. */
  readonly target: string | null;
  /** Says only that the device is there. */
  readonly isHeartbeat: boolean;
}

const number = wholeNumber.transform((value) => (value === 0 ? null : value));

const region = element({ regionID: wholeNumber, detectionTarget: text });
const disk = element({ id: wholeNumber, diskNumber: wholeNumber, diskNo: wholeNumber });

/** The fields of an alert that are read, of whatever kind it is. */
export const alertSchema = element({
  eventType: text,
  eventState: text,
  eventDescription: text,
  dynChannelID: number,
  channelID: number,
  dateTime: text,
  isDataRetransmission: flag,
  targetType: text,
  detectionTarget: text,
  inputIOPortID: number,
  dynInputIOPortID: number,
  DetectionRegionList: element({ DetectionRegionEntry: listOf(region) }),
  HDDList: element({ HDD: listOf(disk) }),
  DurationList: element({ Duration: listOf(element({ relationEvent: text })) }),
}).transform((told): Alert | null => {
  const wrapped = told.DurationList.Duration[0]?.relationEvent;
  const named = told.eventType?.toLowerCase() ?? null;
  const type = named === 'duration' ? (wrapped?.toLowerCase() ?? named) : named;
  if (type === null) return null;
  const state = told.eventState?.toLowerCase();
  const channel = told.dynChannelID ?? told.channelID;
  const [entry] = told.DetectionRegionList.DetectionRegionEntry;
  const target = told.targetType ?? told.detectionTarget ?? entry?.detectionTarget ?? null;
  const alert = {
    ...{ type, channel, time: told.dateTime, target: target?.toLowerCase() ?? null },
    state: state === 'active' || state === 'inactive' ? state : 'once',
    part: partOf(told, entry?.regionID ?? null),
    isRetransmission: told.isDataRetransmission === true,
  } as const;
  return { ...alert, isHeartbeat: isHeartbeat(alert, told.eventDescription) };
});

interface ToldParts {
  readonly inputIOPortID: number | null;
  readonly dynInputIOPortID: number | null;
  readonly HDDList: {
    readonly HDD: readonly Record<'id' | 'diskNumber' | 'diskNo', number | null>[];
  };
}

function partOf({ inputIOPortID, dynInputIOPortID, HDDList }: ToldParts, region: number | null) {
  const input = dynInputIOPortID ?? inputIOPortID;
  if (input !== null) return `io-${input}`;
  const [hdd] = HDDList.HDD;
  const disk = hdd?.id ?? hdd?.diskNumber ?? hdd?.diskNo ?? null;
  if (disk !== null) return `disk-${disk}`;
  return region === null ? '' : `region-${region}`;
}

/** Recorders send the end of a video loss of no channel every 10 s, doorbells another event with that description, subscriptions their own type. */
function isHeartbeat(
  { type, state, channel }: Pick<Alert, 'type' | 'state' | 'channel'>,
  description: string | null,
): boolean {
  if (type === 'heartbeat') return true;
  if (type === 'other') return /heartbeat/i.test(description ?? '');
  return type === 'videoloss' && state === 'inactive' && channel === null;
}

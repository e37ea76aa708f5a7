import type { EventType } from '@contract/models/events/event-type.ts';
import { countOf, numberText } from '../counts.ts';

/** What each type is called, short enough for a small tile. */
const types: Record<EventType, string> = {
  motion: 'Motion',
  'line-crossing': 'Line crossed',
  intrusion: 'Intrusion',
  'region-entry': 'Area entered',
  'region-exit': 'Area left',
  tamper: 'Camera covered',
  'video-loss': 'Video lost',
  'scene-change': 'Scene changed',
  io: 'Alarm input',
  'disk-error': 'Disk error',
  'disk-full': 'Disk full',
  network: 'Network fault',
  'ip-conflict': 'IP conflict',
  'illegal-access': 'Illegal login',
  'record-failure': 'Not recording',
  other: 'Other',
  'camera-lost': 'Camera lost',
  'recorder-lost': 'NVR lost',
  'event-channel-lost': 'No events arrive',
};

const alarms = (count: number): string => countOf(count, { one: '# alarm', other: '# alarms' });

/** What recorders tell: the panel, its rows, and what a tile says of an alarm. */
export const events = {
  title: 'Events',
  open: 'Events and alarms',
  /** The button's name for those who hear it. */
  openWith: (count: number, most: number) =>
    count === 0
      ? 'Events, no alarm waits'
      : `Events, ${count >= most ? `${numberText(most)} or more` : numberText(count)} ${count === 1 ? 'alarm waits' : 'alarms wait'}`,
  badge: (count: number) => (count > 99 ? '99+' : String(count)),
  types,
  alarm: 'Alarm',
  log: 'Log',
  onTile: (type: EventType, others: number) =>
    others === 0 ? types[type] : `${types[type]} +${others}`,
  /** A tile's alarm for those who hear it. */
  heardOnTile: (said: string) => `Alarm: ${said}`,

  /** Tables for a spreadsheet. */
  csv: {
    about: {
      journal: 'Save the events that are listed, and all older ones that match, as a table (CSV)',
      health: 'Save how NVRs and cameras are now as a table (CSV)',
    },
    begun: 'The table is being written. The square where you began stops it.',
    running: (rows: number) => `Stop writing the table: ${numberText(rows)} rows are written`,
    saved: (rows: number) => `${countOf(rows, { one: '# row', other: '# rows' })} saved:`,
  },

  onlyOpen: 'Going on',
  onlyUnacknowledged: 'Not acknowledged',
  onlyCamera: (name: string) => `Only ${name}`,
  ofCamera: 'Chosen camera',
  type: 'Type',
  allTypes: 'All types',

  goesOn: (time: string) => `goes on, ${time}`,
  endUnknown: 'end not seen',
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  days: (count: number) => countOf(count, { one: '# day', other: '# days' }),
  times: (count: number) => `${numberText(count)}×`,
  storm: (count: number) => `${numberText(count)} in a row`,
  history: 'told later',
  acknowledgedBy: (who: string, time: string) => `Acknowledged at ${time} (${who})`,
  /** Where the two clocks differ; `drift` as the health of the NVR has it, null where that does not explain it. */
  nvrClock: (time: string, drift: string | null) =>
    `By the NVR's clock ${time}${drift === null ? '' : ` (it is ${drift})`}`,
  waits: 'Not acknowledged',
  noCamera: 'The NVR itself',
  picture: 'Picture of the event',

  list: 'Events, the newest first',
  loading: 'Loading…',
  none: 'No events',
  noneAdvice: 'What NVRs tell appears here by itself.',
  noneMatch: 'No events match',
  noneMatchAdvice: 'Untick a filter to see more.',
  notListed: 'The events could not be read',
  choose: 'Choose an event with ↑ and ↓ or by a click.',
  unwritten: (count: number) =>
    `${countOf(count, { one: '# event is', other: '# events are' })} not on the disk yet. Check its free space.`,

  acknowledge: 'Acknowledge',
  acknowledgeKind: 'All of this kind',
  goTo: 'Open camera',
  note: 'Note',
  noteOn: (what: string) => `Note on “${what}”`,
  noteSaved: 'Note saved.',
  acknowledged: (count: number) => `${alarms(count)} acknowledged.`,
  acknowledgedSome: (count: number) =>
    `${alarms(count)} acknowledged. There are more: acknowledge them again.`,

  popUpReturns: (seconds: number) => `Wall in ${seconds} s`,
  popUpNext: (seconds: number) => `Next in ${seconds} s`,
  popUpMore: (count: number) => `${count} more`,

  noticeOf: (what: string, where: string) => `${what}: ${where}`,
  noticeOfMany: (count: number) => `${alarms(count)} wait`,
  noticeNewest: (what: string, where: string) => `The newest is ${what} at ${where}.`,

  soundOn: 'Alarm sound on',
  mutedUntil: (time: string) => `Muted until ${time}`,
  mute: 'Mute alarms',
  mute15: 'For 15 minutes',
  mute60: 'For 1 hour',
  unmute: 'Sound on again',
};

import type { EventAction } from '@contract/models/events/event-rules.ts';
import { countOf, listText } from '../counts.ts';

const actions: Record<EventAction, string> = {
  alarm: 'Alarm',
  log: 'Log only',
  ignore: 'Ignore',
};

/** What becomes of events: the rules of the admin. */
export const rules = {
  title: 'Alarm rules',
  about:
    'An alarm is marked, sounds and waits to be acknowledged. Log only is found in the list of events. Ignored is not kept.',
  notRead: 'The rules could not be read',
  actions,
  /** What the columns of one type are called together. */
  actionOf: (type: string) => `What becomes of “${type}”`,
  fromNvrs: 'What NVRs tell',
  fromHere: 'What this app finds out',
  type: 'Event',
  usual: 'usual',

  exceptions: 'Exceptions',
  exceptionsAbout:
    'For some cameras or hours. The first that fits counts; where none fits, the table does.',
  noExceptions: 'No exceptions. Add one, for example to log motion as an alarm only at night.',
  nothingAlarms: 'With one of these, nothing becomes an alarm that does not fit an earlier one.',
  add: 'Add exception…',
  edit: (what: string) => `Edit: ${what}`,
  remove: (what: string) => `Remove: ${what}`,
  moveUp: (what: string) => `Move up: ${what}`,
  moveDown: (what: string) => `Move down: ${what}`,
  addTitle: 'Add exception',
  editTitle: 'Edit exception',
  what: 'What becomes of it',
  types: 'Events',
  allTypes: 'All events',
  someTypes: 'Only these',
  cameras: 'Cameras',
  allCameras: 'All cameras and the NVRs themselves',
  someCameras: 'Only these',
  filterCameras: 'Find a camera',
  noSuchCamera: 'No camera is called that.',
  chooseTypes: 'Choose at least one event.',
  chooseCameras: 'Choose at least one camera.',
  when: 'When',
  always: 'At any time',
  hours: 'At these hours',
  weekdays: 'On these days',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  everyDay: 'every day',
  allDay: 'all day',
  chooseDays: 'Choose at least one day.',
  from: 'From',
  to: 'Until',
  timeHint: 'For example 22:00',
  toHint: 'An earlier time means the next morning. 24:00 is midnight.',
  wrongTime: 'Write a time such as 22:00.',
  sameTimes: 'From and until are the same.',
  apply: 'Take over',
  goneCameras: (count: number) =>
    countOf(count, { one: '# removed camera', other: '# removed cameras' }),
  /** What the first word of a sentence names, then where, then when. */
  sentence: (types: readonly string[], cameras: readonly string[], when: string) =>
    `${types.length === 0 ? 'All events' : listText(types)} ${
      cameras.length === 0 ? 'everywhere' : `at ${listText(cameras)}`
    }, ${when}`,
  more: (count: number) => `${count} more`,

  limits: 'Limits',
  storm: 'Rows a minute',
  stormHint: 'Of one camera and event. What comes beyond is one row with its count.',
  keepDays: 'Days that events are kept',
  keepDaysHint: 'Older ones are deleted, acknowledged or not.',
  keepSize: 'Size of the list, MB',
  keepSizeHint: 'A million events take some 450 MB. Beyond this, the oldest are deleted.',
  keepPictures: 'Size of their pictures, MB',
  keepPicturesHint: '0 keeps no pictures.',

  restore: 'Usual rules…',
  restoreTitle: 'Take the usual rules?',
  restoreQuestion:
    'The table, the exceptions and the limits are set to what a new station has. Nothing counts before you save.',
  restoreNow: 'Take the usual rules',
  saved: 'Alarm rules saved. They count for what begins from now on.',
};

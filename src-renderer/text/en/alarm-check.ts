import type {
  AlarmCheckFault,
  ArmedHours,
  DetectorState,
  Listening,
  NotifyOutcome,
  NotifyState,
} from '@contract/models/alarm-check.ts';
import { countOf, listText } from '../counts.ts';

const events = (count: number): string => countOf(count, { one: '# event', other: '# events' });
const right =
  'The account that this app uses may not see this. Give it the right to remote settings at the NVR (User Management), then look again.';

/** Whether an NVR will tell its events: the dialog “Will it alarm?”. */
export const alarmCheck = {
  title: (nvr: string) => `Will it alarm? “${nvr}”`,
  tip: 'Will it alarm? See which events this NVR sends',
  openOf: (nvr: string) => `Will it alarm? ${nvr}`,
  offer: 'Will it alarm?',
  looking: 'Asking the NVR about its events…',
  progress: (done: number, total: number) => `${done} of ${total}`,
  lookAgain: 'Look again',
  itself: 'The NVR itself',
  camera: 'Camera',
  event: 'Event',
  others: 'Other',
  becomes: { alarm: 'Alarm', log: 'Log only', ignore: 'Ignored' },
  becomesHint: 'Under each event: what this app makes of it by the alarm rules.',
  none: 'The NVR lists no event for this.',
  nothing: 'The NVR lists no events for these cameras. Look at its own pages whether it has any.',
  elsewhere: (count: number) =>
    `${events(count)} of channels that are no cameras here ${count === 1 ? 'is' : 'are'} left out.`,
  brokenOff:
    'The NVR stopped answering before all was read. What is missing here is not known. Look again.',

  /** In a cell. */
  verdicts: {
    sent: 'Yes',
    'some-hours': 'At hours',
    'not-sent': 'Not sent',
    never: 'Never',
    off: 'Off',
    'no-right': 'No right',
    unknown: 'Unknown',
  },
  /** What it means and what to do, for so many events. */
  findings: {
    'not-sent': {
      title: (count: number) => `${events(count)} not sent`,
      advice:
        'Whatever the NVR notices, this app is not told: “Notify Surveillance Center” is off there.',
    },
    never: {
      title: (count: number) => `${events(count)} never armed`,
      advice: 'The schedule at the NVR has no hour. Set it there, on the page of the event.',
    },
    'no-right': {
      title: (count: number) => `${events(count)} without the right to look`,
      advice: right,
    },
    'some-hours': {
      title: (count: number) => `${events(count)} at certain hours only`,
      advice: 'Outside the schedule at the NVR nothing is sent. Change it there if that is wrong.',
    },
    off: {
      title: (count: number) => `${events(count)} switched off`,
      advice:
        'The detector is off, so nothing is noticed. Switch on at the NVR what you want to be told.',
    },
    unknown: {
      title: (count: number) => `${events(count)} not known`,
      advice: 'The NVR does not say. Trigger one at the camera and see whether it comes.',
    },
  },
  allSent: 'All events that are listed are sent',
  allSentAdvice: 'Trigger one at a camera to be sure: this is what the NVR says of itself.',
  listening: {
    yes: null,
    connecting: null,
    'no-permission':
      'This app may not listen to this NVR, so nothing arrives. Give its account the right “Remote Alarm Control” at the NVR.',
    'too-many':
      'Too many programs listen to this NVR, so nothing arrives. Close another one; it is tried again by itself.',
    'not-supported': 'This NVR has no event channel, so nothing arrives, whatever is set here.',
    'not-now':
      'This app does not hear this NVR at the moment, so nothing arrives. It is tried again by itself.',
  } satisfies Record<Listening, string | null>,

  detector: 'Detector',
  detectors: {
    on: 'on',
    off: 'off',
    none: 'has no switch',
    'no-permission': 'not shown to this account',
    untold: 'not told',
  } satisfies Record<DetectorState, string>,
  notifies: 'Sent to this app',
  notifiesIs: {
    yes: 'yes',
    no: 'no',
    'no-permission': 'not shown to this account',
    untold: 'not told',
  } satisfies Record<NotifyState, string>,
  hours: 'Schedule',
  hoursAre: {
    always: 'always',
    'some-hours': 'at certain hours',
    never: 'never',
    untold: 'not told',
  } satisfies Record<ArmedHours, string>,
  last: 'Last event here',
  noLast: 'none in the list',
  choose: 'Choose a cell of the table to see why.',
  at: (event: string, where: string) => `${event} at ${where}`,

  letOne: 'Let it notify us…',
  letAll: (count: number) => (count === 1 ? 'Let it notify us…' : `Let all ${count} notify us…`),
  letTitle: 'Let the NVR notify this app?',
  letQuestion: (nvr: string) =>
    `This changes the settings of “${nvr}” itself: “Notify Surveillance Center” is switched on, and nothing else.`,
  letWhat: (names: readonly string[], more: number) =>
    `For ${listText(more > 0 ? [...names, `${more} more`] : names)}.`,
  letOthers:
    'Other programs that listen to this NVR get these events, too. It is kept in the admin log.',
  letNow: 'Let it notify us',
  letting: (done: number, total: number) => `${done} of ${total}…`,
  changed: (count: number) => `${events(count)} ${count === 1 ? 'is' : 'are'} sent from now on.`,
  /** What became of those that were not simply changed. */
  outcomes: {
    notifies: '',
    'was-in': '',
    'not-kept':
      'The NVR said yes and kept nothing. Switch “Notify Surveillance Center” on at the NVR itself.',
    'others-lost':
      'Sent from now on, but the NVR dropped something else that it did at this event. Look at its linkage actions there.',
    impossible: 'The NVR’s settings cannot be changed safely from here. Do it at the NVR itself.',
    'no-permission':
      'The account may not change this. Give it the right to remote settings at the NVR, or do it there.',
    'not-supported': 'The NVR does not have this setting.',
    refused: 'The NVR refused the change. Do it at the NVR itself.',
    unreachable: 'The NVR did not answer; nothing was changed. Try again.',
    unsure: 'The connection broke off: nobody knows whether it was changed. Look again.',
  } satisfies Record<NotifyOutcome, string>,
  named: (names: readonly string[], more: number) =>
    (more > 0 ? [...names, `${more} more`] : names).join('; '),

  failedTitle: 'The NVR told nothing about its events',
  faults: {
    unreachable: 'It did not answer. Check that it is on, and try again.',
    'no-permission': right,
    refused: 'It refused the login. Enter the password anew in the list of NVRs.',
    busy: 'It says that it is busy. Some NVRs say so of what they do not have. Try again in a moment.',
    'not-supported': 'It does not tell what it does at an event. Look at its own pages.',
    'bad-answer': 'Its answer could not be read. Look at its own pages.',
    'not-asked':
      'Its login is not accepted at the moment, so it was not asked. See the list of NVRs for what to do.',
    cancelled: 'The look was ended.',
  } satisfies Record<AlarmCheckFault, string>,
};

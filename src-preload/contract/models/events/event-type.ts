/**
 * What a condition can be about. The first group is what recorders tell (events-triggers of ISAPI under their own names), the second what the app
 * itself finds out about them; `other` is whatever a device tells beyond that: its own name stands beside it.
 */
export const EVENT_TYPES = [
  'motion',
  'line-crossing',
  'intrusion',
  'region-entry',
  'region-exit',
  'tamper',
  'video-loss',
  'scene-change',
  'io',
  'disk-error',
  'disk-full',
  'network',
  'ip-conflict',
  'illegal-access',
  'record-failure',
  'other',
  'camera-lost',
  'recorder-lost',
  'event-channel-lost',
] as const;

/** One of them. */
export type EventType = (typeof EVENT_TYPES)[number];

/** What no recorder tells: the app itself finds it out. */
export const OWN_EVENT_TYPES: readonly EventType[] = [
  'camera-lost',
  'recorder-lost',
  'event-channel-lost',
];

/** What a row is for the guard: an alarm wants to be acknowledged, a log entry only to be found. */
export type Severity = 'alarm' | 'log';

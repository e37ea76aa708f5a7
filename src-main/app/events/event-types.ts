import type { EventType } from '@contract/models/events/event-type.ts';

/** ISAPI's names of events, in lower case as they arrive, by what they are about. Firmware spells some in more than one way. */
const NAMES: Record<string, EventType> = {
  vmd: 'motion',
  motion: 'motion',
  pir: 'motion',
  linedetection: 'line-crossing',
  fielddetection: 'intrusion',
  regionentrance: 'region-entry',
  regionexiting: 'region-exit',
  tamper: 'tamper',
  tamperdetection: 'tamper',
  shelteralarm: 'tamper',
  videoloss: 'video-loss',
  scenechangedetection: 'scene-change',
  io: 'io',
  localio: 'io',
  softio: 'io',
  diskerror: 'disk-error',
  hderror: 'disk-error',
  diskfull: 'disk-full',
  hdfull: 'disk-full',
  nicbroken: 'network',
  ipconflict: 'ip-conflict',
  illaccess: 'illegal-access',
  illegalaccess: 'illegal-access',
  recordingfailure: 'record-failure',
  recordexception: 'record-failure',
};

/** What an event is about, by the device's own name for it. */
export function eventTypeOf(deviceType: string): EventType {
  return Object.hasOwn(NAMES, deviceType) ? (NAMES[deviceType] ?? 'other') : 'other';
}

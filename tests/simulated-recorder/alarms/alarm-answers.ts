import {
  accepted,
  badContent,
  deviceBusy,
  lowPrivilege,
  notSupported,
} from '../isapi/status-bodies.ts';
import { detectorBody, scheduleBody, triggerBody, triggerList } from './alarm-bodies.ts';
import type { ReceivedPut, SimulatedAlarms } from './simulated-alarms.ts';

/** A status and a document. */
export interface AlarmAnswer {
  readonly status: number;
  readonly body: string;
}

/** A question about alarms as it came. */
export interface AlarmQuestion extends ReceivedPut {
  readonly method: string;
}

const TRIGGERS = /^\/ISAPI\/Event\/triggers(?:\/([^/]+)(\/notifications)?)?$/;
const SCHEDULE = /^\/ISAPI\/Event\/schedules\/\w+\/(\w+)_video(\d+)$/;
const DETECTORS = [
  /^\/ISAPI\/(?:System\/Video\/inputs|ContentMgmt\/InputProxy)\/channels\/(\d+)(?:\/video)?\/(motionDetection|tamperDetection|videoLoss)$/,
  /^\/ISAPI\/Smart\/(LineDetection)\/(\d+)$/,
];
/** Whose switch or schedule it is, by the address. */
const PREFIXES: Record<string, string> = {
  ...{ motionDetection: 'VMD', tamperDetection: 'tamper', videoLoss: 'videoloss' },
  ...{ LineDetection: 'linedetection', VMD: 'VMD', Tamperdetection: 'tamper' },
  ...{ Videoloss: 'videoloss', linedetection: 'linedetection' },
};
/** Only `center` itself is known as the id of a notice to whoever listens. */
const NUMBERED_CENTER = /<(?:\w+:)?id>\s*center-/;
const LIST = /<(?:\w+:)?EventTriggerNotificationList[\s\S]*/;

/** What the recorder says to it; null: it is about something else. */
export function answerAboutAlarms(
  alarms: SimulatedAlarms,
  asked: AlarmQuestion,
): AlarmAnswer | null {
  const { method, path } = asked;
  const [, id, isList] = TRIGGERS.exec(path) ?? [];
  const isTriggers = TRIGGERS.test(path);
  const [, scheduled, of] = SCHEDULE.exec(path) ?? [];
  const detector = detectorAt(path);
  if (!isTriggers && scheduled === undefined && detector === null) return null;
  if (!alarms.isSupported) return { status: 403, body: notSupported(path) };
  if (!alarms.mayRead || (method !== 'GET' && !alarms.mayChange)) {
    return { status: 403, body: lowPrivilege(path) };
  }
  if (detector !== null) return answerOfDetector(alarms, detector, path);
  if (scheduled !== undefined)
    return answerOfSchedule(alarms, `${PREFIXES[scheduled]}-${of}`, path);
  if (id === undefined) return { status: 200, body: triggerList(alarms.triggers) };
  const trigger = alarms.triggers.find((each) => each.id === id);
  if (trigger === undefined) return { status: 503, body: deviceBusy(path) };
  if (method === 'PUT' && isList !== undefined) return keep(alarms, trigger.id, asked);
  if (isList === undefined) return { status: 200, body: triggerBody(trigger) };
  return trigger.notifications === null
    ? { status: 503, body: deviceBusy(path) }
    : { status: 200, body: `<?xml version="1.0" encoding="UTF-8"?>\r\n${trigger.notifications}` };
}

function keep(alarms: SimulatedAlarms, id: string, { path, contentType, body }: AlarmQuestion) {
  alarms.puts.push({ path, contentType, body });
  const [list] = LIST.exec(body) ?? [];
  if (list === undefined || NUMBERED_CENTER.test(body)) {
    return { status: 400, body: badContent(path) };
  }
  if (!alarms.isForgetful) alarms.trigger(id).notifications = list;
  return { status: 200, body: accepted(path) };
}

function detectorAt(path: string): { id: string; root: string } | null {
  const [, channel, general] = DETECTORS[0]?.exec(path) ?? [];
  const [, smart, of] = DETECTORS[1]?.exec(path) ?? [];
  const name = general ?? smart;
  if (name === undefined) return null;
  const root = name.charAt(0).toUpperCase() + name.slice(1);
  return { id: `${PREFIXES[name]}-${channel ?? of}`, root };
}

function answerOfDetector(
  { detectors }: SimulatedAlarms,
  { id, root }: { id: string; root: string },
  path: string,
): AlarmAnswer {
  const state = detectors.get(id) ?? true;
  if (state === 'no-such') return { status: 503, body: deviceBusy(path) };
  if (state === 'no-permission') return { status: 403, body: lowPrivilege(path) };
  return { status: 200, body: detectorBody(root, state) };
}

function answerOfSchedule({ schedules }: SimulatedAlarms, id: string, path: string): AlarmAnswer {
  const schedule = schedules.get(id);
  if (schedule === null) return { status: 503, body: deviceBusy(path) };
  return { status: 200, body: scheduleBody(id, schedule ?? 'always') };
}

import { clockState } from '../../domain/time/clock-drift.ts';
import { parseDeviceInfo } from '../../isapi/endpoints/parse-device-info.ts';
import { parseStorage } from '../../isapi/endpoints/parse-storage.ts';
import { parseSystemStatus } from '../../isapi/endpoints/parse-system-status.ts';
import { parseSystemTime } from '../../isapi/endpoints/parse-system-time.ts';
import { badAnswer } from '../../isapi/isapi-error.ts';
import type { Question } from './question.ts';

/** Its disks. */
export const DISKS: Question = {
  name: 'disks',
  everyMs: ({ disksMs }) => disksMs,
  call: () => ({ path: '/ISAPI/ContentMgmt/Storage' }),
  takeIn: ({ text }, told) => {
    const read = parseStorage(text);
    if (!read.ok) return read.error;
    told.disks = read.value;
    return null;
  },
};

/** How busy it is. */
export const LOAD: Question = {
  name: 'load',
  everyMs: ({ loadMs }) => loadMs,
  call: () => ({ path: '/ISAPI/System/status' }),
  takeIn: ({ text }, told) => {
    const read = parseSystemStatus(text);
    if (!read.ok) return read.error;
    told.load = read.value;
    return null;
  },
};

/** What its clock says. */
export const TIME: Question = {
  name: 'time',
  everyMs: ({ timeMs }) => timeMs,
  call: () => ({ path: '/ISAPI/System/time' }),
  takeIn: ({ text, askedAtMs, answeredAtMs }, told, { ownMinutes }) => {
    const read = parseSystemTime(text);
    if (!read.ok) return read.error;
    const { localTime, timeZone, mode } = read.value;
    const state =
      localTime === null
        ? null
        : clockState({ localTime, timeZone, askedAtMs, answeredAtMs, ownMinutes });
    if (state === null) return badAnswer();
    const isByNtp = mode === null ? null : mode === 'ntp';
    const atMs = performance.now() - (answeredAtMs - askedAtMs) / 2;
    told.clock = { ...state, isByNtp, atMs, timeZone };
    return null;
  },
};

/** Who it is, with which firmware. */
export const DEVICE: Question = {
  name: 'device',
  everyMs: ({ dailyMs }) => dailyMs,
  call: () => ({ path: '/ISAPI/System/deviceInfo' }),
  takeIn: ({ text }, told) => {
    const read = parseDeviceInfo(text);
    if (!read.ok) return read.error;
    const { serial, firmware } = read.value;
    told.device = serial === null || firmware === null ? null : { serial, firmware };
    return null;
  },
};

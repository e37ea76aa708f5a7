import { z } from 'zod';
import { event, request, typed } from '../define.ts';
import {
  type AlarmCheckOutcome,
  type AlarmCheckProgress,
  alarmCheckSchema,
  letNotifySchema,
  type NotifyResult,
} from '../models/alarm-check.ts';
import type { Subject } from '../permission.ts';

const ofNvr = ({ id }: { id: number }): Subject => ({ nvrs: [id] });

/** Requests about whether NVRs will tell their events. */
export const alarmCheckRequests = {
  /** Asks an NVR what of its events it tells; changes nothing. */
  'alarm-check:look': request({
    permission: 'manage',
    input: alarmCheckSchema,
    output: typed<AlarmCheckOutcome>(),
    concerns: ofNvr,
  }),
  /** Ends a look; a change that has begun is finished. */
  'alarm-check:cancel': request({
    permission: 'watch',
    input: z.strictObject({ checkId: z.uuid() }),
    output: typed<null>(),
  }),
  /** Changes the NVR’s own settings, one after the other, and tells what they were afterwards. */
  'alarm-check:let-notify': request({
    permission: 'manage',
    input: letNotifySchema,
    output: typed<NotifyResult[]>(),
    concerns: ofNvr,
  }),
};

/** What main tells about it. */
export const alarmCheckEvents = {
  'alarm-check:progress': event<AlarmCheckProgress>(),
};

import { z } from 'zod';
import type { Result } from '../result.ts';
import type { EventType } from './events/event-type.ts';
import type { HealthFault } from './health.ts';

const id = z.number().int().positive();
/** The page’s own, so that it can match progress and cancel at once. */
const checkId = z.uuid();
/** As devices name them (VMD-3, linedetection-1): they become part of an address. */
const TRIGGER_ID = /^[A-Za-z0-9_][\w.-]{0,63}$/;
/** More than any recorder lists. */
const MOST_TRIGGERS = 2_048;

/** Which NVR to look at; progress comes as `alarm-check:progress`, and `alarm-check:cancel` ends it. */
export const alarmCheckSchema = z.strictObject({ id, checkId });

/** Which of its triggers are to notify whoever listens. */
export const letNotifySchema = z.strictObject({
  ...{ id, checkId },
  triggers: z.array(z.string().regex(TRIGGER_ID)).min(1).max(MOST_TRIGGERS),
});

/** The same, read. */
export type AlarmCheckRequest = z.output<typeof alarmCheckSchema>;
/** The same, read. */
export type LetNotifyRequest = z.output<typeof letNotifySchema>;

/** Whether a name can be sent to `alarm-check:let-notify`. */
export function isTriggerId(name: string): boolean {
  return TRIGGER_ID.test(name);
}

/** A detector’s own switch. `none`: it needs none; `untold`: the NVR does not say, or nobody knows where to ask. */
export type DetectorState = 'on' | 'off' | 'none' | 'no-permission' | 'untold';

/** Whether an NVR tells an event to whoever listens: its method `center`, on its own pages "Notify Surveillance Center". */
export type NotifyState = 'yes' | 'no' | 'no-permission' | 'untold';

/** When in the week an event is told. */
export type ArmedHours = 'always' | 'some-hours' | 'never' | 'untold';

/** One event that an NVR may tell, and what stands in its way. */
export interface AlarmSource {
  /** The NVR’s own name for it. */
  triggerId: string;
  type: EventType;
  /** As the NVR writes it: where `type` is `other`, its only name. */
  deviceType: string;
  /** Null: it concerns the NVR itself. */
  cameraId: number | null;
  detector: DetectorState;
  notifies: NotifyState;
  hours: ArmedHours;
  /** The newest event of this kind in the journal, Unix time in ms; null: there is none. */
  lastEventAtMs: number | null;
  /** It can be asked to notify. */
  canLetNotify: boolean;
}

/** Whether the app hears events of this NVR at all. */
export type Listening =
  'yes' | 'connecting' | 'no-permission' | 'too-many' | 'not-supported' | 'not-now';

/** What an NVR says of its events. */
export interface AlarmCheck {
  nvrId: number;
  /** When it was asked, Unix time in ms. */
  atMs: number;
  listening: Listening;
  sources: AlarmSource[];
  /** Events of channels that are no cameras here, or disabled ones. */
  elsewhere: number;
  /** Why the rest was not asked; null: all was. */
  brokenOff: HealthFault | null;
}

/** Why nothing was told. `not-asked`: its login is not accepted at the moment. */
export type AlarmCheckFault = HealthFault | 'not-asked' | 'cancelled';

/** How a look ended; its fault is what the installer came to learn. */
export type AlarmCheckOutcome = Result<AlarmCheck, AlarmCheckFault>;

/** How far it is, in events or changes. */
export interface AlarmCheckProgress {
  checkId: string;
  done: number;
  total: number;
}

/**
 * What became of one change, as the NVR’s own list said afterwards. `was-in`: there was nothing to change; `not-kept`: the NVR said yes and kept
 * nothing; `others-lost`: it notifies now, and does not do any more something that it did; `impossible`: its list cannot be changed safely;
 * `unsure`: the connection broke, and nobody knows.
 */
export type NotifyOutcome =
  | 'notifies'
  | 'was-in'
  | 'not-kept'
  | 'others-lost'
  | 'impossible'
  | 'no-permission'
  | 'not-supported'
  | 'refused'
  | 'unreachable'
  | 'unsure';

/** The same, of which trigger. */
export interface NotifyResult {
  triggerId: string;
  outcome: NotifyOutcome;
}

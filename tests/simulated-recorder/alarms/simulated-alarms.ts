import type { RecorderProfile } from '../profiles.ts';
import { notificationsOf } from './alarm-bodies.ts';

/** What an event’s trigger does, as a DS-7616NI lists it. */
export interface SimulatedTrigger {
  readonly id: string;
  readonly eventType: string;
  /** Null: it concerns the recorder itself. */
  readonly channel: number | null;
  readonly isAnalog: boolean;
  /** Its `EventTriggerNotificationList` as it stands in the device, every letter of it; null: it is listed without. */
  notifications: string | null;
  /** False: it does not exist, which this firmware tells by 503 "Device Busy". */
  exists: boolean;
}

/** When an event is told: always, or in spans of a weekday (1 is Monday). */
export type WeekSchedule = 'always' | readonly (readonly [day: number, from: string, to: string])[];

/** How a detector answers when its switch is asked for: on, off, "you may not", or 503 for "no such". */
export type DetectorAnswer = boolean | 'no-permission' | 'no-such';

/** A PUT as it came. */
export interface ReceivedPut {
  readonly path: string;
  readonly contentType: string;
  readonly body: string;
}

const OF_CHANNELS = [
  { prefix: 'VMD', eventType: 'VMD' },
  { prefix: 'tamper', eventType: 'shelteralarm' },
  { prefix: 'videoloss', eventType: 'videoloss' },
  { prefix: 'linedetection', eventType: 'linedetection' },
] as const;
const OF_RECORDER = ['diskfull', 'diskerror', 'nicbroken', 'illaccess'];

/** What of its events a recorder tells whoever listens, by its own settings. At first it tells everything, always. */
export class SimulatedAlarms {
  /** False: it knows nothing of triggers, and says so by 403 "notSupport". */
  isSupported = true;
  /** The account may read the settings. */
  mayRead = true;
  /** The account may change them. */
  mayChange = true;
  /** Says OK to a change and keeps nothing of it. */
  isForgetful = false;
  /** By trigger id; a detector that is not here is on. */
  readonly detectors = new Map<string, DetectorAnswer>();
  /** By trigger id; null: it has none. One that is not here is armed always. */
  readonly schedules = new Map<string, WeekSchedule | null>();
  readonly puts: ReceivedPut[] = [];
  readonly #triggers = new Map<string, SimulatedTrigger>();

  constructor(channels: number, { analogInputs }: Pick<RecorderProfile, 'analogInputs'>) {
    for (let channel = 1; channel <= channels; channel += 1) {
      const isAnalog = channel <= analogInputs;
      for (const { prefix, eventType } of OF_CHANNELS) {
        this.#add({ id: `${prefix}-${channel}`, eventType, channel, isAnalog });
      }
    }
    for (const id of OF_RECORDER) {
      this.#add({ id, eventType: id, channel: null, isAnalog: false });
    }
  }

  /** Those that exist. */
  get triggers(): SimulatedTrigger[] {
    return [...this.#triggers.values()].filter(({ exists }) => exists);
  }

  trigger(id: string): SimulatedTrigger {
    const trigger = this.#triggers.get(id);
    if (trigger === undefined) throw new RangeError(`The recorder has no trigger ${id}`);
    return trigger;
  }

  /** Sets what it does at an event. */
  setMethods(id: string, methods: readonly string[]): void {
    const trigger = this.trigger(id);
    trigger.notifications = notificationsOf(methods, trigger.channel);
  }

  /** What it does at an event, as it stands in the device. */
  methodsOf(id: string): string[] {
    const found = this.trigger(id).notifications ?? '';
    return [...found.matchAll(/<(?:\w+:)?notificationMethod>(\w+)</g)].map(
      ([, name]) => name ?? '',
    );
  }

  #add(trigger: Omit<SimulatedTrigger, 'notifications' | 'exists'>): void {
    const notifications = notificationsOf(['record', 'center'], trigger.channel);
    this.#triggers.set(trigger.id, { ...trigger, notifications, exists: true });
  }
}

import { z } from 'zod';
import { EVENT_TYPES, type EventType } from './event-type.ts';

/** What becomes of a condition: an alarm, an entry in the log, or nothing at all. */
export const EVENT_ACTIONS = ['alarm', 'log', 'ignore'] as const;

/** One of them. */
export type EventAction = (typeof EVENT_ACTIONS)[number];

const MINUTES_A_DAY = 24 * 60;
const minute = z.number().int().min(0).max(MINUTES_A_DAY);

/** Hours of some weekdays, by the station's own clock on the wall. */
export const scheduleSchema = z.strictObject({
  /** 1 (Monday) to 7 (Sunday): the days on which it begins. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  /** Minutes since midnight; 0 to 1440 is the whole day. */
  from: minute,
  /** Not after `from`: it goes on until then on the next day. */
  to: minute,
});

/** The same, read. */
export type Schedule = z.output<typeof scheduleSchema>;

/** What goes for some types, cameras and hours instead of what goes for all. */
export const eventExceptionSchema = z.strictObject({
  /** Empty: all types. */
  types: z.array(z.enum(EVENT_TYPES)).max(EVENT_TYPES.length),
  /** Empty: all cameras, and the NVRs themselves. */
  cameraIds: z.array(z.number().int().positive()).max(10_000),
  /** Null: at any time. */
  schedule: scheduleSchema.nullable(),
  action: z.enum(EVENT_ACTIONS),
});

/** The same, read. */
export type EventException = z.output<typeof eventExceptionSchema>;

/** What becomes of conditions, and how long the journal keeps them. */
export const eventRulesSchema = z.strictObject({
  /** What goes for each type. */
  actions: z.record(z.enum(EVENT_TYPES), z.enum(EVENT_ACTIONS)),
  /** In this order: the first that fits counts, and `actions` where none does. */
  exceptions: z.array(eventExceptionSchema).max(200),
  /** Rows a minute that one camera may make of one type; what comes beyond becomes one row with its count. */
  stormRowsPerMinute: z.number().int().min(1).max(600),
  /** What is older, or beyond this size, is deleted, the oldest first. */
  retention: z.strictObject({
    days: z.number().int().min(1).max(3_650),
    /** Of the journal without its pictures; a million rows take some 450. */
    megabytes: z.number().int().min(50).max(100_000),
    pictureMegabytes: z.number().int().min(0).max(100_000),
  }),
});

/** The same, read. */
export type EventRules = z.output<typeof eventRulesSchema>;

/** Happens all day where nothing is wrong, or means nothing by itself. */
const ONLY_LOGGED: readonly EventType[] = ['motion', 'region-exit', 'scene-change', 'other'];

/** What goes until somebody says otherwise. */
export const DEFAULT_EVENT_RULES: EventRules = {
  actions: Object.fromEntries(
    EVENT_TYPES.map((type) => [type, ONLY_LOGGED.includes(type) ? 'log' : 'alarm']),
  ) as EventRules['actions'],
  exceptions: [],
  stormRowsPerMinute: 10,
  retention: { days: 90, megabytes: 1_000, pictureMegabytes: 500 },
};

import { z } from 'zod';
import { shownText } from '../recorder-entries.ts';
import { EVENT_TYPES, type EventType, type Severity } from './event-type.ts';

/** Most rows of one page, and of one event. */
export const JOURNAL_PAGE_MAX = 500;
/** Unacknowledged alarms are counted up to here: so many, or more. */
export const UNACKNOWLEDGED_MAX = 1_000;
/** Most rows that one request acknowledges. */
export const ACKNOWLEDGE_MAX = 5_000;
const NOTE_MAX_CHARS = 2_000;

/** One condition, from its first message to its end: a line crossed, a camera covered, a recorder lost. */
export interface JournalRow {
  /** Rises with each new row; the newest has the highest, whatever the clock says. */
  id: number;
  nvrId: number;
  /** As they were called then: a row outlives both. */
  nvrName: string;
  /** Null: it concerns the NVR itself, or a channel that had no camera. */
  cameraId: number | null;
  cameraName: string | null;
  channel: number | null;
  type: EventType;
  /** The device's own name for it, such as "linedetection"; '' for what the app found out. */
  deviceType: string;
  severity: Severity;
  /** "region-1", "io-2", "disk-1"; '' for none. */
  part: string;
  /** What was detected, such as "human"; null: not told. */
  target: string | null;
  /** By this computer's clock, Unix time in ms: when the first message came. */
  startedAtMs: number;
  /** The same by the device's own clock, as it wrote it; it may lack an offset or be wrong. */
  deviceTime: string | null;
  /** When it was last told to go on. */
  lastAtMs: number;
  /** Null: it goes on. */
  endedAtMs: number | null;
  /** False: nobody saw its end, because the app did not run or did not listen; `endedAtMs` is when it was last told. */
  isEndKnown: boolean;
  /** How many messages told of it; of a row that stands for many in a storm, how many conditions. */
  count: number;
  /** So many conditions came that the rest of them is this one row. */
  isStorm: boolean;
  /** It happened while nobody listened and was told later: it was never an alarm here. */
  isHistory: boolean;
  hasPicture: boolean;
  acknowledgedAtMs: number | null;
  acknowledgedBy: string | null;
  note: string;
}

const ids = (most: number) => z.array(z.number().int().positive()).max(most);
const instant = z.number().int().min(0).max(8.64e15);

/** Which rows are wanted; what is left out or empty does not narrow. */
export const eventFilterSchema = z.strictObject({
  /** Conditions that began within: from (inclusive) to (exclusive). */
  fromMs: instant.nullable().default(null),
  toMs: instant.nullable().default(null),
  /** Of one of these cameras or of one of these NVRs. */
  cameraIds: ids(10_000).default([]),
  nvrIds: ids(10_000).default([]),
  types: z.array(z.enum(EVENT_TYPES)).max(EVENT_TYPES.length).default([]),
  onlyOpen: z.boolean().default(false),
  /** Alarms that nobody has acknowledged. */
  onlyUnacknowledged: z.boolean().default(false),
});

/** A filter as it is sent, where everything may be left out. */
export type EventFilterInput = z.input<typeof eventFilterSchema>;
/** The same, complete. */
export type EventFilter = z.output<typeof eventFilterSchema>;

/** Where the next page goes on. */
export const journalCursorSchema = z.strictObject({
  startedAtMs: instant,
  id: z.number().int().positive(),
});

/** The same, read. */
export type JournalCursor = z.output<typeof journalCursorSchema>;

/** A page of the journal, the newest first. */
export const journalQuerySchema = z.strictObject({
  filter: eventFilterSchema,
  /** Null: from the newest on. */
  before: journalCursorSchema.nullable(),
  limit: z.number().int().min(1).max(JOURNAL_PAGE_MAX).default(100),
});

/** What `event:list` takes. */
export type JournalQuery = z.output<typeof journalQuerySchema>;

/** One page. It may hold fewer rows than were asked for, even none, though there are more: `next` alone says whether to go on. */
export interface JournalPage {
  rows: JournalRow[];
  next: JournalCursor | null;
}

/** Which alarms somebody acknowledges: these rows, or all that match, but none that came after what was seen on the screen. */
export const acknowledgeSchema = z.union([
  z.strictObject({ ids: ids(ACKNOWLEDGE_MAX).min(1) }),
  z.strictObject({ matching: eventFilterSchema, upToId: z.number().int().positive() }),
]);

/** The same, read. */
export type Acknowledge = z.output<typeof acknowledgeSchema>;

/** Takes acknowledgements back. */
export const unacknowledgeSchema = z.strictObject({ ids: ids(ACKNOWLEDGE_MAX).min(1) });

/** What was changed: rows that had been acknowledged before, or are gone, are not among them. */
export interface Acknowledged {
  /** To be sent back as it is to `event:unacknowledge`, which undoes it. */
  ids: number[];
  /** More matched than one request takes: ask again. */
  isMore: boolean;
}

/** What somebody wrote about a row. */
export const eventNoteSchema = z.strictObject({
  id: z.number().int().positive(),
  note: shownText(0, NOTE_MAX_CHARS),
});

/** Says on the desktop that alarms began, while no window of the app is in front. */
export const alarmNoticeSchema = z.strictObject({
  /** Of the newest alarm that it tells of. */
  id: z.number().int().positive(),
  title: shownText(1, 200),
  body: shownText(0, 400),
  /** What a click opens; null: the list of events. */
  cameraId: z.number().int().positive().nullable(),
});

/** The same, read. */
export type AlarmNotice = z.output<typeof alarmNoticeSchema>;

/** What is open now of one camera, or of an NVR itself (`cameraId` null). */
export interface OpenConditions {
  nvrId: number;
  cameraId: number | null;
  severity: Severity;
  types: EventType[];
  /** One of them is an alarm that nobody has acknowledged. */
  isUnacknowledged: boolean;
}

/** How it stands. */
export interface EventSummary {
  /** Alarms that nobody has acknowledged, open or over; at `UNACKNOWLEDGED_MAX` there may be more. */
  unacknowledged: number;
  open: OpenConditions[];
  /** Of what is open; null: nothing is. */
  highest: Severity | null;
  /** Rows that the disk has not taken yet: they are shown, and would be lost with the app. 0: all is kept. */
  unwritten: number;
}

/** What changed, at most ten times a second. */
export interface EventsChanged {
  /** New or changed rows, each as it is now, the newest first. */
  rows: JournalRow[];
  /** False: more rows changed than are told. What is shown must be listed anew. */
  isComplete: boolean;
  summary: EventSummary;
}

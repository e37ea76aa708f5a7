import { z } from 'zod';
import { event, request, typed } from '../define.ts';
import { type EventRules, eventRulesSchema } from '../models/events/event-rules.ts';
import {
  type Acknowledged,
  acknowledgeSchema,
  alarmNoticeSchema,
  type EventFilter,
  eventNoteSchema,
  type EventsChanged,
  type EventSummary,
  type JournalPage,
  journalQuerySchema,
  unacknowledgeSchema,
} from '../models/events/journal.ts';
import type { Subject } from '../permission.ts';

/** Nothing for a filter that narrows to neither: it concerns the whole site. */
const ofFilter = ({ cameraIds: cameras, nvrIds: nvrs }: EventFilter): Subject => ({
  ...(cameras.length > 0 ? { cameras } : {}),
  ...(nvrs.length > 0 ? { nvrs } : {}),
});

/** Requests about what recorders told and what became of it. */
export const eventRequests = {
  'event:list': request({
    permission: 'review',
    input: journalQuerySchema,
    output: typed<JournalPage>(),
    concerns: ({ filter }) => ofFilter(filter),
  }),
  /** What is open or waits for somebody. */
  'event:open': request({ permission: 'watch', output: typed<EventSummary>() }),
  'event:acknowledge': request({
    permission: 'acknowledge',
    input: acknowledgeSchema,
    output: typed<Acknowledged>(),
    concerns: (which) => ('matching' in which ? ofFilter(which.matching) : {}),
  }),
  /** Takes back what `event:acknowledge` answered. */
  'event:unacknowledge': request({
    permission: 'acknowledge',
    input: unacknowledgeSchema,
    output: typed<Acknowledged>(),
  }),
  'event:note': request({
    permission: 'acknowledge',
    input: eventNoteSchema,
    output: typed<null>(),
  }),
  /** The JPEG that came with it; null: there is none, or it has been deleted since. */
  'event:picture': request({
    permission: 'review',
    input: z.strictObject({ id: z.number().int().positive() }),
    output: typed<Uint8Array | null>(),
  }),
  /** Main shows it while no wall is in front, once for all walls. The words are the page's, which has the catalogue. */
  'alarm:notify': request({
    permission: 'watch',
    input: alarmNoticeSchema,
    output: typed<null>(),
  }),
  'event-rules:get': request({ permission: 'configure', output: typed<EventRules>() }),
  /** Counts for what begins from then on; what is open stays what it is. */
  'event-rules:save': request({
    permission: 'configure',
    input: eventRulesSchema,
    output: typed<EventRules>(),
  }),
};

/** What main tells about it. */
export const eventEvents = {
  'event:changed': event<EventsChanged>(),
  /** Somebody clicked on a notice: to the page that wrote it. Null: the list of events. */
  'alarm:opened': event<{ cameraId: number | null }>(),
};

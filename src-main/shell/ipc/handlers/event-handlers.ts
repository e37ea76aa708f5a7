import type { eventRequests } from '@contract/domains/event.ts';
import { ok } from '@contract/result.ts';
import type { AdminChanges } from '../admin-changes.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type EventChannel = keyof typeof eventRequests;

/** Requests about what recorders told and what became of it. */
export function eventHandlers({ events, notify }: HandlerServices): Pick<Handlers, EventChannel> {
  return {
    'event:list': async (query) => ok(events.list(query)),
    'event:open': async () => ok(events.summary),
    'event:acknowledge': async (which, { name }) => ok(events.acknowledge(which, name)),
    'event:unacknowledge': async ({ ids }) => ok(events.unacknowledge(ids)),
    'event:note': async ({ id, note }) => events.note(id, note),
    'event:picture': async ({ id }) => ok(await events.picture(id)),
    'alarm:notify': async (notice) => {
      notify(notice);
      return ok(null);
    },
    'event-rules:get': async () => ok(events.rules),
    'event-rules:save': async (rules) => ok(await events.saveRules(rules)),
  };
}

/** What the admin log keeps of them. */
export const eventChanges: AdminChanges<EventChannel> = {
  'event-rules:get': null,
  'event-rules:save': ({ actions, exceptions, stormRowsPerMinute, retention }) => ({
    ...{ actions, exceptions, stormRowsPerMinute, ...retention },
  }),
};

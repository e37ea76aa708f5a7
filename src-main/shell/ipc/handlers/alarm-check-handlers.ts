import type { alarmCheckRequests } from '@contract/domains/alarm-check.ts';
import { ok } from '@contract/result.ts';
import type { AdminChanges } from '../admin-changes.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type AlarmCheckChannel = keyof typeof alarmCheckRequests;

/** Requests about whether NVRs will tell their events. */
export function alarmCheckHandlers({
  alarmCheck,
}: HandlerServices): Pick<Handlers, AlarmCheckChannel> {
  return {
    'alarm-check:look': (request) => alarmCheck.look(request),
    'alarm-check:cancel': async ({ checkId }) => {
      alarmCheck.cancel(checkId);
      return ok(null);
    },
    'alarm-check:let-notify': (request) => alarmCheck.letNotify(request),
  };
}

/** What the admin log keeps of them: each trigger, as one text, since long lists are cut there. */
export const alarmCheckChanges: AdminChanges<AlarmCheckChannel> = {
  'alarm-check:look': null,
  'alarm-check:let-notify': ({ id }, { nvr }, results) => ({
    ...{ nvr: nvr(id), id },
    triggers: results.map(({ triggerId, outcome }) => `${triggerId} ${outcome}`).join(', '),
  }),
};

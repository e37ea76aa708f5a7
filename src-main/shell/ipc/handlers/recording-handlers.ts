import type { recordingRequests } from '@contract/domains/recording.ts';
import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

/** Requests about what recorders have recorded. */
export function recordingHandlers({
  recorded,
  viewer,
}: HandlerServices): Pick<Handlers, keyof typeof recordingRequests> {
  return {
    'recording:open': async (moment, actor) =>
      ok(await recorded.open(moment, { viewer, actor, permission: 'review' })),
    'recording:spans': async (span) => ok(await recorded.spans(span)),
  };
}

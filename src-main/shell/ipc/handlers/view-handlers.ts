import type { viewRequests } from '@contract/domains/view.ts';
import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

/** Requests about how the wall is left. */
export function viewHandlers({ wall }: HandlerServices): Pick<Handlers, keyof typeof viewRequests> {
  return {
    'view:get': async () => ok(wall.view),
    'view:set': async (view) => {
      wall.view = view;
      return ok(null);
    },
  };
}

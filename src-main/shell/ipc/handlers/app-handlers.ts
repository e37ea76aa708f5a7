import type { appRequests } from '@contract/domains/app.ts';
import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

/** Requests about the app itself: what it is, what went wrong in it, whether it can read passwords. */
export function appHandlers({
  info,
  pageErrors,
  secrets,
}: HandlerServices): Pick<Handlers, keyof typeof appRequests> {
  return {
    'app:get-info': async () => ok(info),
    'page:report-error': async (error) => {
      pageErrors.report(error);
      return ok(null);
    },
    'secrets:get-status': async () => ok(secrets.status),
    'secrets:retry': async () => ok(await secrets.retry()),
  };
}

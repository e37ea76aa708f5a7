import { event, request, typed } from '../define.ts';
import type { AppInfo } from '../models/app-info.ts';
import { pageErrorSchema } from '../models/page-error.ts';
import type { SecretsStatus } from '../models/secrets.ts';

/** Requests about the app itself: what it is, what went wrong in it, whether it can read passwords. */
export const appRequests = {
  'app:get-info': request({ permission: null, output: typed<AppInfo>() }),
  /** Something went wrong in the page; main's log keeps it. */
  'page:report-error': request({
    permission: null,
    input: pageErrorSchema,
    output: typed<null>(),
  }),
  'secrets:get-status': request({ permission: 'watch', output: typed<SecretsStatus>() }),
  'secrets:retry': request({ permission: 'watch', output: typed<SecretsStatus>() }),
};

/** What main tells about the app itself. */
export const appEvents = {
  'secrets:changed': event<SecretsStatus>(),
};

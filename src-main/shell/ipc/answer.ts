import { appError } from '@contract/app-error.ts';
import type { RequestChannel, Requests } from '@contract/ipc-contract.ts';
import { err, type Result } from '@contract/result.ts';
import { fieldErrors, requestSchemas } from '@contract/schemas.ts';
import type { Logger } from '../../app/logging/logger.ts';

/** One function a channel. It gets a validated request and answers with a value; what it throws becomes `internal`. */
export type Handlers = {
  [C in RequestChannel]: (
    request: Requests[C]['request'],
  ) => Promise<Result<Requests[C]['response']>>;
};

/** The part of the router that needs no Electron: validates and calls, never throws. */
export async function answer<C extends RequestChannel>(
  channel: C,
  handlers: Handlers,
  payload: unknown,
  log: Logger,
): Promise<Result<Requests[C]['response']>> {
  const parsed = requestSchemas[channel].safeParse(payload);
  if (!parsed.success) {
    const fields = fieldErrors(parsed.error);
    return err(appError('invalid-request', 'Some of the entries cannot be used.', fields));
  }
  try {
    return await handlers[channel](parsed.data);
  } catch (error) {
    log.error('a request failed', { channel, error });
    return err(
      appError('internal', 'Something went wrong inside the app. The log file says more.'),
    );
  }
}

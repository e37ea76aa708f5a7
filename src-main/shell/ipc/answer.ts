import { appError } from '@contract/app-error.ts';
import { fieldErrors } from '@contract/field-errors.ts';
import { type RequestChannel, REQUESTS, type Requests } from '@contract/ipc-contract.ts';
import { err, type Result } from '@contract/result.ts';
import { diskRefusal } from '../../app/files/disk-refusal.ts';
import type { Logger } from '../../app/logging/logger.ts';

/** It gets a validated request and answers with a value; what it throws becomes `internal`. */
export type Handler<C extends RequestChannel> = (
  request: Requests[C]['request'],
) => Promise<Result<Requests[C]['response']>>;

/** One function a channel. */
export type Handlers = { [C in RequestChannel]: Handler<C> };

/** Says whether a changing request may be answered now. */
export interface AdminGate {
  admit(): boolean;
}

/** The part of the router that needs no Electron: checks the access, validates and calls, never throws. */
export async function answer<C extends RequestChannel>(
  channel: C,
  handlers: Handlers,
  payload: unknown,
  gate: AdminGate,
  log: Logger,
  dataFolder = 'the app’s data folder',
): Promise<Result<Requests[C]['response']>> {
  const { access, input } = REQUESTS[channel];
  // Anything but a plain `anyone` needs the PIN, before a word of the request is read.
  if (access !== 'anyone' && !gate.admit()) {
    return err(appError('admin-locked', 'This needs the admin PIN.'));
  }
  const parsed = input.safeParse(payload);
  if (!parsed.success) {
    const fields = fieldErrors(parsed.error);
    return err(appError('invalid-request', 'Some of the entries cannot be used.', fields));
  }
  try {
    return await handlers[channel](parsed.data);
  } catch (error) {
    log.error('a request failed', { channel, error });
    const refusal = diskRefusal(error, dataFolder);
    if (refusal !== null) return err(refusal);
    return err(
      appError('internal', 'Something went wrong inside the app. The log file says more.'),
    );
  }
}

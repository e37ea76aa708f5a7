import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import { fieldErrors } from '@contract/field-errors.ts';
import { type RequestChannel, REQUESTS, type Requests } from '@contract/ipc-contract.ts';
import { err, type Result } from '@contract/result.ts';
import { diskRefusal } from '../../app/files/disk-refusal.ts';
import type { Access } from '../../app/access/access.ts';
import type { Actor } from '../../app/domain/actor.ts';
import type { Logger } from '../../app/logging/logger.ts';

/** It gets a validated request and who asks, and answers with a value; what it throws becomes `internal`. */
export type Handler<C extends RequestChannel> = (
  request: Requests[C]['request'],
  actor: Actor,
) => Promise<Result<Requests[C]['response']>>;

/** One function a channel. */
export type Handlers = { [C in RequestChannel]: Handler<C> };

const NOT_PERMITTED = appError('not-permitted', message('pin-wanted'));

/** The part of the router that needs no Electron: asks whether the actor may, validates and calls, never throws. */
export async function answer<C extends RequestChannel>(
  channel: C,
  handlers: Handlers,
  payload: unknown,
  access: Pick<Access, 'admit'>,
  log: Logger,
  dataFolder = 'the app’s data folder',
): Promise<Result<Requests[C]['response']>> {
  const definition = REQUESTS[channel];
  // Before a word of the request is read.
  const actor = access.admit(definition.permission);
  if (actor === null) return err(NOT_PERMITTED);
  const parsed = definition.input.safeParse(payload);
  if (!parsed.success) {
    const fields = fieldErrors(parsed.error);
    return err(appError('invalid-request', message('entries-unusable'), fields));
  }
  const { permission, concerns } = definition;
  if (permission !== null && concerns && !actor.may(permission, concerns(parsed.data))) {
    return err(NOT_PERMITTED);
  }
  try {
    return await handlers[channel](parsed.data, actor);
  } catch (error) {
    log.error('a request failed', { channel, error });
    const refusal = diskRefusal(error, dataFolder);
    if (refusal !== null) return err(refusal);
    return err(appError('internal', message('internal')));
  }
}

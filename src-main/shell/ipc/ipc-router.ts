import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { appError } from '@contract/app-error.ts';
import { REQUEST_CHANNELS, type RequestChannel, type Requests } from '@contract/ipc-contract.ts';
import { err, type Result } from '@contract/result.ts';
import { fieldErrors, requestSchemas } from '@contract/schemas.ts';
import type { Logger } from '../../app/logging/logger.ts';

/** One function a channel. It gets a validated request and answers with a value; what it throws becomes `internal`. */
export type Handlers = {
  [C in RequestChannel]: (
    request: Requests[C]['request'],
  ) => Promise<Result<Requests[C]['response']>>;
};

/** Decides whether a frame may ask anything at all. */
export type SenderCheck = (event: IpcMainInvokeEvent) => boolean;

/** Connects every channel of the contract: checks the sender, then the shape, then asks the handler. */
export function registerIpc(handlers: Handlers, isTrusted: SenderCheck, log: Logger): void {
  for (const channel of REQUEST_CHANNELS) {
    ipcMain.handle(channel, (event, payload: unknown) => {
      if (!isTrusted(event)) {
        log.error('a request came from a foreign frame', { channel });
        return err(appError('untrusted-sender', 'This page may not ask.'));
      }
      return answer(channel, handlers, payload, log);
    });
  }
}

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

import { ipcMain, type IpcMain, type IpcMainInvokeEvent } from 'electron';
import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import { REQUEST_CHANNELS } from '@contract/ipc-contract.ts';
import { err } from '@contract/result.ts';
import type { Access } from '../../app/access/access.ts';
import type { Logger } from '../../app/logging/logger.ts';
import { answer, type Handlers } from './answer.ts';

/** Decides whether a frame may ask anything at all. */
export type SenderCheck = (event: IpcMainInvokeEvent) => boolean;

/**
 * Connects every channel of the contract: checks the sender, then who asks, then the shape, then asks the handler.
 * @param ipc of one window, so that its requests reach the handlers that were made for it
 */
export function registerIpc(
  ipc: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  isTrusted: SenderCheck,
  access: Pick<Access, 'admit'>,
  log: Logger,
  dataFolder?: string,
): void {
  // electron-store would tell any page the data folder, past all checks.
  ipcMain.removeAllListeners('electron-store-get-data');
  for (const channel of REQUEST_CHANNELS) {
    ipc.handle(channel, (event, payload: unknown) => {
      if (!isTrusted(event)) {
        log.error('a request came from a foreign frame', { channel });
        return err(appError('untrusted-sender', message('untrusted-page')));
      }
      return answer(channel, handlers, payload, access, log, dataFolder);
    });
  }
}

import type { IpcMainInvokeEvent } from 'electron';
import { APP_ORIGIN } from './app-address.ts';

/** Our page in its main frame, and nobody else. */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`);
}

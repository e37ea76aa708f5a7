import { appError, type AppError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type { Nvr } from '@contract/models/nvr.ts';

/** Says which recorder has this address already. */
export function duplicateAddress(twin: Nvr): AppError {
  return appError('invalid-request', message('nvr-listed'), {
    host: message('address-taken', { name: twin.name, host: twin.host, port: twin.rtspPort }),
  });
}

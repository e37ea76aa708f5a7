import { appError, type AppError } from '@contract/app-error.ts';
import type { Nvr } from '@contract/models/nvr.ts';

/** Says which recorder has this address already. */
export function duplicateAddress(twin: Nvr): AppError {
  return appError('invalid-request', 'This NVR is on the list already.', {
    host: `“${twin.name}” already uses ${twin.host} with RTSP port ${twin.rtspPort}.`,
  });
}

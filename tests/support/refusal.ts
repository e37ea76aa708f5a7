import type { AppErrorCode } from '@contract/app-error.ts';
import type { Refusal } from '../../src-renderer/api/ipc-client.ts';

/** Main's refusal as the page has it, in words. */
export function refusal(
  code: AppErrorCode,
  message: string,
  fields?: Record<string, string>,
): Refusal {
  return { code, message, isRetryable: false, ...(fields && { fields }) };
}

/** Why a request failed; the renderer switches on it. */
export type AppErrorCode =
  /** The request's shape is wrong or a form field is: `fields` names each one. */
  | 'invalid-request'
  /** A frame that is not our own page asked. */
  | 'untrusted-sender'
  | 'not-found'
  /** The OS keychain is missing or locked; nothing was written. */
  | 'keychain-unavailable'
  | 'storage-failed'
  | 'internal';

/** An error as it crosses IPC: `message` is a sentence for the person at the desk. */
export interface AppError {
  code: AppErrorCode;
  message: string;
  /** True when the same request may succeed later without being changed. */
  isRetryable: boolean;
  /** Form field name -> what is wrong with it and what would be right. */
  fields?: Record<string, string>;
}

/** Builds an AppError; only a missing keychain is worth repeating unchanged. */
export function appError(
  code: AppErrorCode,
  message: string,
  fields?: Record<string, string>,
): AppError {
  const error: AppError = { code, message, isRetryable: code === 'keychain-unavailable' };
  return fields === undefined ? error : { ...error, fields };
}

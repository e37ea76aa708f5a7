import type { Message } from './messages.ts';
import type { PinAttempts } from './models/admin.ts';

/** Why a request failed; the renderer switches on it. */
export type AppErrorCode =
  /** The request's shape is wrong or a form field is: `fields` names each one. */
  | 'invalid-request'
  /** A frame that is not our own page asked. */
  | 'untrusted-sender'
  /** Whoever asks may not do this, such as change something while the app is locked; nothing was done. */
  | 'not-permitted'
  /** Not the PIN, or not tried at all because of earlier wrong ones: `attempts` says which. */
  | 'wrong-pin'
  | 'not-found'
  /** The OS keychain is missing or locked; nothing was written. */
  | 'keychain-unavailable'
  | 'storage-failed'
  | 'internal';

/** An error as it crosses IPC; the page makes a sentence of its message. */
export interface AppError {
  code: AppErrorCode;
  message: Message;
  /** True when the same request may succeed later without being changed. */
  isRetryable: boolean;
  /** Form field name -> what is wrong with it and what would be right. */
  fields?: Record<string, Message>;
  /** Only with `wrong-pin`. */
  attempts?: PinAttempts;
}

const RETRYABLE: ReadonlySet<AppErrorCode> = new Set(['keychain-unavailable', 'not-permitted']);

/** Builds an AppError; a keychain or an app that is unlocked meanwhile makes the same request worth repeating. */
export function appError(
  code: AppErrorCode,
  message: Message,
  fields?: Record<string, Message>,
): AppError {
  const error: AppError = { code, message, isRetryable: RETRYABLE.has(code) };
  return fields === undefined ? error : { ...error, fields };
}

import { appError, type AppError } from '@contract/app-error.ts';
import { message, type Message } from '@contract/messages.ts';
import type { PinAttempts } from '@contract/models/admin.ts';

const MS_PER_SECOND = 1_000;

/** For a PIN that was wrong, or was not looked at because of earlier wrong ones. */
export function wrongPin(attempts: PinAttempts): AppError {
  return { ...appError('wrong-pin', said(attempts)), attempts };
}

/** For a first PIN when there is one already. */
export function pinExists(): AppError {
  return appError('invalid-request', message('pin-exists'));
}

/** For a PIN that is to be compared before the first one is set. */
export function pinMissing(): AppError {
  return appError('invalid-request', message('pin-missing'));
}

/** For a right PIN that came too late: the app was locked while it was being compared. */
export function lockedMeanwhile(): AppError {
  return appError('not-permitted', message('locked-meanwhile'));
}

function said({ triesLeft, blockedForMs }: PinAttempts): Message {
  const seconds = Math.ceil(blockedForMs / MS_PER_SECOND);
  return seconds > 0 ? message('pin-blocked', { seconds }) : message('wrong-pin', { triesLeft });
}

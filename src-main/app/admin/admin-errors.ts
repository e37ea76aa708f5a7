import { appError, type AppError } from '@contract/app-error.ts';
import type { PinAttempts } from '@contract/models/admin.ts';

const MS_PER_SECOND = 1_000;

/** For a PIN that was wrong, or was not looked at because of earlier wrong ones. */
export function wrongPin(attempts: PinAttempts): AppError {
  return { ...appError('wrong-pin', sentence(attempts)), attempts };
}

/** For a first PIN when there is one already. */
export function pinExists(): AppError {
  return appError('invalid-request', 'An admin PIN has been set already. It can only be changed.');
}

/** For a PIN that is to be compared before the first one is set. */
export function pinMissing(): AppError {
  return appError('invalid-request', 'No admin PIN has been set yet.');
}

/** For a right PIN that came too late: the app was locked while it was being compared. */
export function lockedMeanwhile(): AppError {
  return appError('not-permitted', 'The app was locked meanwhile. Enter the PIN again.');
}

function sentence({ triesLeft, blockedForMs }: PinAttempts): string {
  const seconds = Math.ceil(blockedForMs / MS_PER_SECOND);
  if (seconds > 0) return `Too many wrong PINs. Try again in ${seconds} s.`;
  return `Wrong PIN. ${triesLeft} ${triesLeft === 1 ? 'try' : 'tries'} left.`;
}

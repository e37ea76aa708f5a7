import { z } from 'zod';
import { hint } from '../messages.ts';

/** Shortest and longest PIN: long enough to withstand guessing behind the blocks, short enough to be remembered. */
export const PIN_MIN_DIGITS = 6;
export const PIN_MAX_DIGITS = 12;
/** How long the app stays unlocked without an admin's request. */
export const AUTO_LOCK_MIN_MINUTES = 1;
export const AUTO_LOCK_MAX_MINUTES = 60;

const AUTO_LOCK_HINT = hint('enter-number', {
  from: AUTO_LOCK_MIN_MINUTES,
  to: AUTO_LOCK_MAX_MINUTES,
});

/** A PIN as text: leading zeros count. */
export const pinSchema = z
  .string()
  .regex(
    new RegExp(`^[0-9]{${PIN_MIN_DIGITS},${PIN_MAX_DIGITS}}$`),
    hint('pin-digits', { least: PIN_MIN_DIGITS, most: PIN_MAX_DIGITS }),
  );

/** Among the first that anybody tries: one digit again and again, or digits that follow each other. */
function isGuessedFirst(pin: string): boolean {
  const digits = Array.from(pin, Number);
  return [0, 1, -1].some((step) =>
    digits.every((digit, index) => {
      const before = digits[index - 1];
      return before === undefined || digit === (before + step + 10) % 10;
    }),
  );
}

/** A PIN to be set. Those that were set before this was asked still open the lock. */
export const newPinSchema = pinSchema.refine((pin) => !isGuessedFirst(pin), hint('pin-guessable'));

/** Carries a first PIN to main. */
export const firstPinSchema = z.strictObject({ pin: newPinSchema });

/** Carries one PIN to main; no answer ever carries one back. */
export const pinEntrySchema = z.strictObject({ pin: pinSchema });

/** A new PIN and the proof that whoever asks knows the old one. */
export const pinChangeSchema = z.strictObject({ currentPin: pinSchema, newPin: newPinSchema });

/** Minutes without an admin's request after which the app locks itself. */
export const autoLockSchema = z.strictObject({
  minutes: z
    .number(AUTO_LOCK_HINT)
    .int(AUTO_LOCK_HINT)
    .min(AUTO_LOCK_MIN_MINUTES, AUTO_LOCK_HINT)
    .max(AUTO_LOCK_MAX_MINUTES, AUTO_LOCK_HINT),
});

/** What wrong PINs have cost so far. */
export interface PinAttempts {
  /** Wrong PINs that are still possible before the next block. */
  triesLeft: number;
  /** 0 when a PIN may be tried now. A duration, because a clock that is changed must not change it. */
  blockedForMs: number;
}

/** Whether changing requests are answered. Times are durations from the moment of the answer, for the same reason. */
export type AdminStatus = { autoLockMinutes: number } & (
  | { state: 'setup-needed' }
  | ({ state: 'locked' } & PinAttempts)
  | { state: 'unlocked'; expiresInMs: number }
);

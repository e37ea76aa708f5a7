import {
  AUTO_LOCK_MAX_MINUTES,
  AUTO_LOCK_MIN_MINUTES,
  PIN_MAX_DIGITS,
  PIN_MIN_DIGITS,
} from '@contract/models/admin.ts';
import { common } from './common.ts';

/** The admin PIN. */
export const admin = {
  group: 'Admin',
  unlock: 'Unlock',
  unlockTip: 'Unlock with the admin PIN',
  lock: 'Lock',
  lockNow: 'Lock now',
  unlocked: 'Unlocked for',
  unlockedRest: (rest: string) => `Unlocked ${rest}`,
  locksByItself: 'Locks by itself without a change',

  settings: 'Admin settings',
  autoLock: 'Lock after minutes without a change',
  autoLockHint: `${AUTO_LOCK_MIN_MINUTES} to ${AUTO_LOCK_MAX_MINUTES} minutes.`,
  autoLockSaved: (minutes: number) => `Locks after ${common.minutes(minutes)} without a change.`,
  changePin: 'Change PIN',
  pinChanged: 'The admin PIN was changed.',
  currentPin: 'Current PIN',
  newPin: 'New PIN',
  repeatNewPin: 'Repeat new PIN',

  setUp: 'Set the admin PIN',
  setUpAbout:
    'Anyone may watch; adding, changing or removing NVRs needs this PIN. It cannot be recovered: a reset also forgets every NVR password.',
  setPin: 'Set PIN',
  repeatPin: 'Repeat PIN',
  enterPin: 'Enter the admin PIN',
  pin: 'Admin PIN',
  pinHint: `${PIN_MIN_DIGITS} to ${PIN_MAX_DIGITS} digits.`,
  demoHint: 'The demo has printed it on the terminal.',
  pinsDiffer: 'The two PINs differ. Type the same one again.',
  blocked: (rest: string) => `Too many wrong PINs. Try again in ${rest}.`,
  lastTry: 'Wrong PIN. The next wrong one means a longer wait.',
};

import { dialog } from 'electron';
import type { PinResetRequest } from '../../app/admin/reset-admin-pin.ts';

const RESET_BUTTON = 1;

/** Asks before a reset that the command line wants, unless it has answered already with `--yes`. */
export function isPinResetConfirmed(request: PinResetRequest): boolean {
  if (request !== 'ask') return request === 'now';
  const answer = dialog.showMessageBoxSync({
    type: 'warning',
    title: 'Opus NVR',
    message: 'Reset the admin PIN?',
    detail:
      'The PIN and every stored NVR password will be forgotten. The NVRs stay on the list, without pictures until their passwords are entered again.',
    buttons: ['Cancel', 'Reset'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === RESET_BUTTON;
}

/** A second start only wakes the first one, which would leave the person waiting for a reset that never comes. */
export function sayPinResetNeedsRestart(): void {
  dialog.showErrorBox(
    'Opus NVR is running',
    'Close it, then start it with --reset-admin-pin again. Nothing was reset.',
  );
}

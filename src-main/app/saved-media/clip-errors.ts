import path from 'node:path';
import { appError, type AppError } from '@contract/app-error.ts';

/** Why a recording ended by itself, for the person at the desk. */
export const ENDED = {
  lost: 'The connection to the camera was lost.',
  silent: 'No picture arrived any more.',
  quit: 'The app was closed.',
} as const;

/** The disk refused what was to be written there. */
export function diskEnded(file: string): string {
  return `The disk is full or cannot be written to: ${path.dirname(file)}.`;
}

/** It was long enough. */
export function limitReached(ms: number): string {
  return `A recording ends after ${Math.round(ms / 60_000)} minutes. Start another one to go on.`;
}

/** All places are taken. */
export function tooManyClips(most: number): AppError {
  const message = `${most} cameras are being recorded, and no more can be. Stop one of them first.`;
  return appError('invalid-request', message);
}

/** One recording of a camera is enough. */
export const RECORDED_ALREADY = appError('invalid-request', 'This camera is being recorded.');

/** The camera was removed. */
export const NO_CAMERA = appError('not-found', 'This camera is not there any more.');

/** It has ended by itself meanwhile, or by another click. */
export const NO_CLIP = appError('not-found', 'This recording has ended already.');

/** Nothing arrived, or nothing could be written. */
export function notRecorded(reason: string | null): AppError {
  const why = reason === null ? '' : ` ${reason}`;
  return appError('storage-failed', `Nothing was recorded.${why}`);
}

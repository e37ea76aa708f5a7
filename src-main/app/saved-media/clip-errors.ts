import path from 'node:path';
import { appError, type AppError } from '@contract/app-error.ts';
import { message, type Message } from '@contract/messages.ts';

/** Why a recording ended by itself. */
export const ENDED = {
  lost: message('clip-lost'),
  silent: message('clip-silent'),
  quit: message('clip-quit'),
};

/** The disk refused what was to be written there. */
export function diskEnded(file: string): Message {
  return message('clip-disk', { folder: path.dirname(file) });
}

/** It was long enough. */
export function limitReached(ms: number): Message {
  return message('clip-limit', { minutes: Math.round(ms / 60_000) });
}

/** All places are taken. */
export function tooManyClips(most: number): AppError {
  return appError('invalid-request', message('clips-full', { most }));
}

/** One recording of a camera is enough. */
export const RECORDED_ALREADY = appError('invalid-request', message('clip-runs'));

/** The camera was removed. */
export const NO_CAMERA = appError('not-found', message('camera-gone'));

/** It has ended by itself meanwhile, or by another click. */
export const NO_CLIP = appError('not-found', message('clip-ended'));

/** Nothing arrived, or nothing could be written. */
export function notRecorded(why: Message | null): AppError {
  return appError('storage-failed', message('clip-empty', { why }));
}

import { appError, type AppError } from '@contract/app-error.ts';
import type { Nvr } from '@contract/models/nvr.ts';

/** Some of the cameras a request names are not there any more; `lacking` of `all`. */
export function camerasGone(lacking: number, all: number): AppError {
  if (all === 1) return appError('not-found', 'This camera has been removed.');
  const verb = lacking === 1 ? 'has' : 'have';
  return appError(
    'not-found',
    `${lacking} of these ${all} cameras ${verb} been removed. Nothing was changed.`,
  );
}

/** A field that cannot be taken as it is. */
export function fieldError(field: 'channel' | 'hasSub' | 'nvrId', message: string): AppError {
  return appError('invalid-request', message, { [field]: message });
}

/** Another camera has the channel. */
export function channelTaken(channel: number, owner: string): AppError {
  return fieldError('channel', `Channel ${channel} is “${owner}” already.`);
}

/** The recorder's way of making addresses knows main streams only. */
export function noSubStream(nvr: Nvr): AppError {
  return fieldError(
    'hasSub',
    `“${nvr.name}” has no address for sub streams. Enter one under NVRs first.`,
  );
}

/** A camera without a recorder is the only one of its kind. */
export function singleHasNoChannels(nvr: Nvr): AppError {
  return fieldError('nvrId', `“${nvr.name}” is a single camera and has no other channels.`);
}

/** Without its camera, an entry for a single camera would stand for nothing. */
export function removeUnderNvrs(names: readonly string[]): AppError {
  const [first = '', ...others] = names;
  const which = others.length === 0 ? `“${first}” is` : `“${first}” and ${others.length} more are`;
  return appError(
    'invalid-request',
    `${which} a camera without an NVR. Remove it under NVRs, where its address and password are. Nothing was removed.`,
  );
}

/** What a removal needs to be taken back is not there any more. */
export function cannotPutBack(reason: string): AppError {
  return appError('not-found', `${reason} The removed cameras cannot be brought back.`);
}

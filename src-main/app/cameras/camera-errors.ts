import { appError, type AppError } from '@contract/app-error.ts';
import { message, type Message } from '@contract/messages.ts';
import type { Nvr } from '@contract/models/nvr.ts';

/** Some of the cameras a request names are not there any more; `lacking` of `all`. */
export function camerasGone(lacking: number, all: number): AppError {
  const said = all === 1 ? message('camera-removed') : message('cameras-removed', { lacking, all });
  return appError('not-found', said);
}

/** A field that cannot be taken as it is. */
export function fieldError(field: 'channel' | 'hasSub' | 'nvrId', said: Message): AppError {
  return appError('invalid-request', said, { [field]: said });
}

/** Another camera has the channel. */
export function channelTaken(channel: number, owner: string): AppError {
  return fieldError('channel', message('channel-taken', { channel, owner }));
}

/** The recorder's way of making addresses knows main streams only. */
export function noSubStream(nvr: Nvr): AppError {
  return fieldError('hasSub', message('no-sub-stream', { nvr: nvr.name }));
}

/** A camera without a recorder is the only one of its kind. */
export function singleHasNoChannels(nvr: Nvr): AppError {
  return fieldError('nvrId', message('single-without-channels', { nvr: nvr.name }));
}

/** Without its camera, an entry for a single camera would stand for nothing. */
export function removeUnderNvrs(names: readonly string[]): AppError {
  const [name = '', ...others] = names;
  return appError('invalid-request', message('remove-under-nvrs', { name, others: others.length }));
}

/** What a removal needs to be taken back is not there any more. */
export function cannotPutBack(why: Message): AppError {
  return appError('not-found', why);
}

import type { AppInfo } from './models/app-info.ts';
import type { Camera } from './models/camera.ts';
import type { NewNvr, NewNvrInput, NewPassword, Nvr, NvrWithLogin } from './models/nvr.ts';
import type { PlaybackStatus } from './models/playback.ts';
import type { SecretsStatus } from './models/secrets.ts';
import type { View } from './models/view.ts';

/** A request that carries nothing. */
export type Nothing = Record<string, never>;

/** Every question the renderer may ask: what it sends, what a handler gets after validation, what comes back. */
export interface Requests {
  'app:get-info': { input: Nothing; request: Nothing; response: AppInfo };
  'nvr:list': { input: Nothing; request: Nothing; response: NvrWithLogin[] };
  'nvr:add': { input: NewNvrInput; request: NewNvr; response: Nvr };
  'nvr:set-password': { input: NewPassword; request: NewPassword; response: null };
  'nvr:remove': { input: { id: number }; request: { id: number }; response: null };
  'camera:list': { input: Nothing; request: Nothing; response: Camera[] };
  'playback:get-status': { input: Nothing; request: Nothing; response: PlaybackStatus };
  /** A tile was refused by its recorder; main finds out whether the password still counts. */
  'playback:report-refused': {
    input: { nvrId: number };
    request: { nvrId: number };
    response: null;
  };
  'playback:restart': { input: Nothing; request: Nothing; response: null };
  'secrets:get-status': { input: Nothing; request: Nothing; response: SecretsStatus };
  'secrets:retry': { input: Nothing; request: Nothing; response: SecretsStatus };
  'view:get': { input: Nothing; request: Nothing; response: View };
  'view:set': { input: View; request: View; response: null };
}

/** Everything main tells the renderer without being asked. */
export interface Events {
  /** Recorders or cameras were added, changed or removed: list them again. */
  'nvr:changed': null;
  'playback:changed': PlaybackStatus;
  'secrets:changed': SecretsStatus;
}

/** A request's name. */
export type RequestChannel = keyof Requests;

/** An event's name. */
export type EventChannel = keyof Events;

/** The names as values, so that the preload can refuse all others; a record makes leaving one out a type error. */
const REQUEST_TABLE: Record<RequestChannel, true> = {
  'app:get-info': true,
  'nvr:list': true,
  'nvr:add': true,
  'nvr:set-password': true,
  'nvr:remove': true,
  'camera:list': true,
  'playback:get-status': true,
  'playback:report-refused': true,
  'playback:restart': true,
  'secrets:get-status': true,
  'secrets:retry': true,
  'view:get': true,
  'view:set': true,
};

const EVENT_TABLE: Record<EventChannel, true> = {
  'nvr:changed': true,
  'playback:changed': true,
  'secrets:changed': true,
};

/** Every request's name, for the router to register. */
export const REQUEST_CHANNELS = Object.keys(REQUEST_TABLE) as RequestChannel[];

/** True for a name of the Requests map. */
export function isRequestChannel(name: string): name is RequestChannel {
  return Object.hasOwn(REQUEST_TABLE, name);
}

/** True for a name of the Events map. */
export function isEventChannel(name: string): name is EventChannel {
  return Object.hasOwn(EVENT_TABLE, name);
}

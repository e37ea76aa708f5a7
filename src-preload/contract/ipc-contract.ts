import type { EventDefinition, RequestDefinition } from './define.ts';
import { accessEvents, accessRequests } from './domains/access.ts';
import { adminEvents, adminRequests } from './domains/admin.ts';
import { alarmCheckEvents, alarmCheckRequests } from './domains/alarm-check.ts';
import { appEvents, appRequests } from './domains/app.ts';
import { cameraRequests } from './domains/camera.ts';
import { csvEvents, csvRequests } from './domains/csv.ts';
import { eventEvents, eventRequests } from './domains/event.ts';
import { healthEvents, healthRequests } from './domains/health.ts';
import { nvrEvents, nvrRequests } from './domains/nvr.ts';
import { playbackEvents, playbackRequests } from './domains/playback.ts';
import { recordingRequests } from './domains/recording.ts';
import { savedMediaEvents, savedMediaRequests } from './domains/saved-media.ts';
import { siteEvents, siteRequests } from './domains/site.ts';
import { viewRequests } from './domains/view.ts';

const requests = {
  ...appRequests,
  ...nvrRequests,
  ...cameraRequests,
  ...siteRequests,
  ...savedMediaRequests,
  ...playbackRequests,
  ...recordingRequests,
  ...eventRequests,
  ...healthRequests,
  ...alarmCheckRequests,
  ...csvRequests,
  ...viewRequests,
  ...adminRequests,
  ...accessRequests,
};

const events = {
  ...appEvents,
  ...nvrEvents,
  ...siteEvents,
  ...savedMediaEvents,
  ...playbackEvents,
  ...eventEvents,
  ...healthEvents,
  ...alarmCheckEvents,
  ...csvEvents,
  ...adminEvents,
  ...accessEvents,
};

/** A request's name. */
export type RequestChannel = keyof typeof requests;

/** An event's name. */
export type EventChannel = keyof typeof events;

type Carried<D> =
  D extends RequestDefinition<infer Permission, infer Input, infer Request, infer Response>
    ? { permission: Permission; input: Input; request: Request; response: Response }
    : never;

/** Every question the page may ask: who may, what it sends, what a handler gets after validation, what comes back. */
export type Requests = { [C in RequestChannel]: Carried<(typeof requests)[C]> };

/** Everything main tells the page without being asked, with what it carries. */
export type Events = {
  [E in EventChannel]: (typeof events)[E] extends EventDefinition<infer Payload> ? Payload : never;
};

/** The definitions, by the requests' names. */
export const REQUESTS: {
  readonly [C in RequestChannel]: RequestDefinition<
    Requests[C]['permission'],
    Requests[C]['input'],
    Requests[C]['request'],
    Requests[C]['response']
  >;
} = requests;

/** Every request's name. */
export const REQUEST_CHANNELS = Object.keys(requests) as RequestChannel[];

/** Every event's name. */
export const EVENT_CHANNELS = Object.keys(events) as EventChannel[];

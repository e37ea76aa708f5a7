import type { AdminChanges } from '../admin-changes.ts';
import type { Handlers } from '../answer.ts';
import { adminChanges, adminHandlers } from './admin-handlers.ts';
import { appHandlers } from './app-handlers.ts';
import { cameraChanges, cameraHandlers } from './camera-handlers.ts';
import { eventChanges, eventHandlers } from './event-handlers.ts';
import type { HandlerServices } from './handler-services.ts';
import { nvrChanges, nvrHandlers } from './nvr-handlers.ts';
import { playbackHandlers } from './playback-handlers.ts';
import { savedMediaHandlers } from './saved-media-handlers.ts';
import { siteChanges, siteHandlers } from './site-handlers.ts';
import { viewHandlers } from './view-handlers.ts';

/** Maps each request to the service that answers it; no logic lives here. */
export function createHandlers(services: HandlerServices): Handlers {
  return {
    ...appHandlers(services),
    ...nvrHandlers(services),
    ...cameraHandlers(services),
    ...siteHandlers(services),
    ...savedMediaHandlers(services),
    ...playbackHandlers(services),
    ...eventHandlers(services),
    ...viewHandlers(services),
    ...adminHandlers(services),
  };
}

/** What the admin log keeps of each request that changes the installation. */
export const ADMIN_CHANGES: AdminChanges = {
  ...nvrChanges,
  ...cameraChanges,
  ...siteChanges,
  ...eventChanges,
  ...adminChanges,
};

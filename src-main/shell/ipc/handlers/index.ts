import type { Handlers } from '../answer.ts';
import { adminHandlers } from './admin-handlers.ts';
import { cameraHandlers } from './camera-handlers.ts';
import type { HandlerServices } from './handler-services.ts';
import { mediaHandlers } from './media-handlers.ts';
import { nvrHandlers } from './nvr-handlers.ts';
import { siteHandlers } from './site-handlers.ts';
import { stationHandlers } from './station-handlers.ts';

/** Maps each request to the service that answers it; no logic lives here. */
export function createHandlers(services: HandlerServices): Handlers {
  return {
    ...stationHandlers(services),
    ...nvrHandlers(services),
    ...cameraHandlers(services),
    ...siteHandlers(services),
    ...mediaHandlers(services),
    ...adminHandlers(services),
  };
}

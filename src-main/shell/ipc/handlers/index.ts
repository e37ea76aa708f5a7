import { type RequestChannel, REQUESTS } from '@contract/ipc-contract.ts';
import type { Permission } from '@contract/permission.ts';
import type { SiteRows } from '../../../app/nvr/site-rows.ts';
import type { AdminChanges } from '../admin-changes.ts';
import type { Handler, Handlers } from '../answer.ts';
import { accessHandlers } from './access-handlers.ts';
import { adminChanges, adminHandlers } from './admin-handlers.ts';
import { alarmCheckChanges, alarmCheckHandlers } from './alarm-check-handlers.ts';
import { appHandlers } from './app-handlers.ts';
import { cameraChanges, cameraHandlers } from './camera-handlers.ts';
import { csvChanges, csvHandlers } from './csv-handlers.ts';
import { eventChanges, eventHandlers } from './event-handlers.ts';
import type { HandlerServices } from './handler-services.ts';
import { healthHandlers } from './health-handlers.ts';
import { nvrChanges, nvrHandlers } from './nvr-handlers.ts';
import { playbackHandlers } from './playback-handlers.ts';
import { recordingHandlers } from './recording-handlers.ts';
import { savedMediaHandlers } from './saved-media-handlers.ts';
import { siteChanges, siteHandlers } from './site-handlers.ts';
import { viewHandlers } from './view-handlers.ts';

const CHANGING: ReadonlySet<Permission | null> = new Set(['manage', 'configure']);

/** Maps each request to the service that answers it; no logic lives here. */
export function createHandlers(services: HandlerServices): Handlers {
  return toldFirst(services.siteRows, {
    ...appHandlers(services),
    ...nvrHandlers(services),
    ...cameraHandlers(services),
    ...siteHandlers(services),
    ...savedMediaHandlers(services),
    ...playbackHandlers(services),
    ...recordingHandlers(services),
    ...eventHandlers(services),
    ...healthHandlers(services),
    ...alarmCheckHandlers(services),
    ...csvHandlers(services),
    ...viewHandlers(services),
    ...adminHandlers(services),
    ...accessHandlers(services),
  });
}

/** Whoever changes the site finds the change told when it is answered. */
function toldFirst(rows: Pick<SiteRows, 'settled'>, handlers: Handlers): Handlers {
  const afterTold =
    (handler: Handler<RequestChannel>): Handler<RequestChannel> =>
    async (request, actor) => {
      const result = await handler(request, actor);
      await rows.settled();
      return result;
    };
  const isChange = (channel: RequestChannel): boolean => CHANGING.has(REQUESTS[channel].permission);
  const entries = Object.entries(handlers) as [RequestChannel, Handler<RequestChannel>][];
  return Object.fromEntries(
    entries.map(([channel, handler]) => [
      channel,
      isChange(channel) ? afterTold(handler) : handler,
    ]),
  ) as unknown as Handlers;
}

/** What the admin log keeps of each request that changes the installation. */
export const ADMIN_CHANGES: AdminChanges = {
  ...nvrChanges,
  ...cameraChanges,
  ...siteChanges,
  ...eventChanges,
  ...alarmCheckChanges,
  ...csvChanges,
  ...adminChanges,
};

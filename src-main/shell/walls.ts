import { withAdminLog, type AdminLogging } from './ipc/admin-changes.ts';
import { AlarmNotices } from './alarm-notices.ts';
import type { EventBus } from './ipc/event-bus.ts';
import type { HandlerServices } from './ipc/handlers/handler-services.ts';
import { ADMIN_CHANGES, createHandlers } from './ipc/handlers/index.ts';
import { registerIpc } from './ipc/ipc-router.ts';
import type { Access } from '../app/access/access.ts';
import type { Logger } from '../app/logging/logger.ts';
import type { Preferences } from './preferences.ts';
import { isTrustedSender } from './security/trusted-sender.ts';
import { bringToFront, isAnyWallInFront, showNotification } from './windows/notification.ts';
import { onPageEnd } from './windows/page-care.ts';
import { wantedWalls } from './windows/wall-ids.ts';
import { firstPlaceOf, openWallWindow } from './windows/wall-window.ts';
import { WindowRegistry } from './windows/window-registry.ts';

/** What walls work with. */
export interface WallsOptions {
  argv: readonly string[];
  /** What all walls share. */
  shared: Omit<HandlerServices, 'wall' | 'viewer' | 'notify'>;
  preferences: Preferences;
  logging: AdminLogging;
  access: Pick<Access, 'admit'>;
  events: EventBus;
  log: Logger;
  /** File of the preload script. */
  preload: string;
  dataFolder: string;
}

/** The station's wall windows. Each asks handlers of its own, so that what it is asked and told of its view is that window's. */
export function createWalls(options: WallsOptions): WindowRegistry {
  const { argv, shared, preferences, logging, access, events, log, preload, dataFolder } = options;
  const ids = wantedWalls(argv);
  const notices = new AlarmNotices({ isInFront: isAnyWallInFront, show: showNotification });
  return new WindowRegistry({
    ids,
    countRecordings: () => shared.clips.list().length,
    open: (id, closing) => {
      const wall = preferences.wall(id);
      return openWallWindow({
        ...{ preload, preferences: wall, log, closing },
        firstPlace: firstPlaceOf(ids.indexOf(id)),
        connect: (page) => {
          const handlers = createHandlers({
            ...{ ...shared, wall, viewer: page.id },
            notify: (notice) =>
              notices.notify(notice, () => {
                bringToFront(page);
                events.tell(page, 'alarm:opened', { cameraId: notice.cameraId });
              }),
          });
          const logged = withAdminLog(handlers, ADMIN_CHANGES, logging);
          onPageEnd(page, () => {
            shared.streams.forgetViewer(page.id);
            shared.recorded.forgetViewer(page.id);
          });
          registerIpc(page.ipc, logged, isTrustedSender, access, log, dataFolder);
          events.attach(page);
        },
      });
    },
  });
}

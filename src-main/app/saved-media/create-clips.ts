import type { Go2rtcSupervisor } from '../go2rtc/go2rtc-supervisor.ts';
import type { Logger } from '../logging/logger.ts';
import type { NvrService } from '../nvr/nvr-service.ts';
import { NO_WINDOW } from '../domain/lease-holder.ts';
import type { StreamService } from '../streams/stream-service.ts';
import { ClipService, type ClipServiceOptions } from './clip-service.ts';

/** What the rest of the app and the shell give to recordings. */
export interface ClipParts {
  services: { nvrs: NvrService; streams: StreamService; go2rtc: Go2rtcSupervisor };
  beginFile: ClipServiceOptions['beginFile'];
  log: Logger;
  limits?: ClipServiceOptions['limits'];
}

/** The clip service, wired. Start it last: it is stopped before go2rtc then, and recordings end with a whole file. */
export function createClips({ services, ...rest }: ClipParts): ClipService {
  const { nvrs, streams, go2rtc } = services;
  return new ClipService({
    ...rest,
    listCameras: () => nvrs.listCameras(),
    openStream: (name, actor) =>
      streams.open(name, { viewer: NO_WINDOW, actor, permission: 'watch' }),
    currentClient: () => go2rtc.client,
  });
}

import type { AppServices } from '../app-services.ts';
import type { Logger } from '../logging/logger.ts';
import { ClipService, type ClipServiceOptions } from './clip-service.ts';

/** What the rest of the app and the shell give to recordings. */
export interface ClipParts {
  services: Pick<AppServices, 'nvrs' | 'streams' | 'go2rtc'>;
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
    openStream: (name) => streams.open(name),
    currentClient: () => go2rtc.client,
  });
}

import type { AppServices } from '../../app/app-services.ts';
import type { ClipService } from '../../app/clips/clip-service.ts';
import type { EventBus } from './event-bus.ts';

/** Leads what happens in main to the page's events. */
export function publishEvents(
  services: AppServices,
  clips: ClipService,
  events: Pick<EventBus, 'publish'>,
): void {
  const { nvrs, probes, streams, go2rtc, secrets, admin } = services;
  nvrs.changed.on((payload) => events.publish('nvr:changed', payload));
  probes.progress.on((payload) => events.publish('nvr:probe-progress', payload));
  probes.scanProgress.on((payload) => events.publish('nvr:scan-progress', payload));
  go2rtc.changed.on((status) => events.publish('playback:changed', status));
  streams.news.on((payload) => events.publish('playback:stream-news', payload));
  secrets.changed.on((status) => events.publish('secrets:changed', status));
  admin.changed.on((status) => events.publish('admin:changed', status));
  clips.changed.on((payload) => events.publish('clip:changed', payload));
}

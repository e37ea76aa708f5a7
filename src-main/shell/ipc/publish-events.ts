import type { EventChannel, Events } from '@contract/ipc-contract.ts';
import type { AppServices } from '../../app/app-services.ts';
import type { Emitter } from '../../app/lifecycle/emitter.ts';
import type { StationServices } from '../station-services.ts';
import type { EventBus } from './event-bus.ts';

type StationSources = Pick<StationServices, 'clips' | 'csv'>;

/** What all pages are told; a click on a notice concerns the page that wrote it (`walls.ts`). */
type SharedEvent = Exclude<EventChannel, 'alarm:opened'>;

/** One emitter an event: one that nobody emits does not compile. */
type EventSources = { [E in SharedEvent]: Pick<Emitter<Events[E]>, 'on'> };

function eventSources(services: AppServices, { clips, csv }: StationSources): EventSources {
  const { recorders, siteRows, probes, streams, go2rtc, events } = services;
  const { health, alarmCheck, secrets, admin, access } = services;
  return {
    'site:changed': siteRows.changed,
    'recorder:changed': recorders.changed,
    'nvr:probe-progress': probes.progress,
    'nvr:scan-progress': probes.scanProgress,
    'playback:changed': go2rtc.changed,
    'playback:stream-news': streams.news,
    'event:changed': events.changed,
    'health:changed': health.changed,
    'alarm-check:progress': alarmCheck.progress,
    'secrets:changed': secrets.changed,
    'admin:changed': admin.changed,
    'access:changed': access.changed,
    'clip:changed': clips.changed,
    'csv:progress': csv.progress,
  };
}

/** Leads what happens in main to the page's events. */
export function publishEvents(
  services: AppServices,
  station: StationSources,
  events: Pick<EventBus, 'publish'>,
): void {
  const sources = eventSources(services, station);
  for (const event of Object.keys(sources) as SharedEvent[]) {
    sources[event].on((payload: Events[SharedEvent]) => events.publish(event, payload));
  }
}

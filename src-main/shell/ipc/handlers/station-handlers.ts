import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type StationChannel = Extract<
  keyof Handlers,
  `${'app' | 'page' | 'playback' | 'secrets' | 'view'}:${string}`
>;

/** Requests about this station: what it is, whether it can play, how its wall is left. */
export function stationHandlers(services: HandlerServices): Pick<Handlers, StationChannel> {
  const { info, go2rtc, streams, secrets, preferences, pageErrors } = services;
  return {
    'app:get-info': async () => ok(info),
    'page:report-error': async (error) => {
      pageErrors.report(error);
      return ok(null);
    },
    'playback:get-status': async () => ok(go2rtc.status),
    'playback:has-sound': async ({ stream }) => ok(await streams.hasSound(stream)),
    'playback:get-feed': async ({ stream }) => ok(await streams.feedOf(stream)),
    'playback:restart': async () => {
      await go2rtc.restart();
      return ok(null);
    },
    'secrets:get-status': async () => ok(secrets.status),
    'secrets:retry': async () => ok(await secrets.retry()),
    'view:get': async () => ok(preferences.view),
    'view:set': async (view) => {
      preferences.view = view;
      return ok(null);
    },
  };
}

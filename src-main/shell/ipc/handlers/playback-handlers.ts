import type { playbackRequests } from '@contract/domains/playback.ts';
import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

/** Requests about playing streams. */
export function playbackHandlers({
  go2rtc,
  streams,
  viewer,
}: HandlerServices): Pick<Handlers, keyof typeof playbackRequests> {
  return {
    'playback:get-status': async () => ok(go2rtc.status),
    'playback:has-sound': async ({ stream }) => ok(await streams.hasSound(stream)),
    'playback:get-feed': async ({ stream }) => ok(await streams.feedOf(stream)),
    'playback:report': async (report) => {
      streams.report(viewer, report);
      return ok(null);
    },
    'playback:leave': async ({ streams: names }) => {
      streams.leave(viewer, names);
      return ok(null);
    },
    'playback:restart': async () => {
      await go2rtc.restart();
      return ok(null);
    },
  };
}

import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './index.ts';
import { pending } from './pending.ts';

type CameraChannel = Extract<keyof Handlers, `camera:${string}`>;

/** Requests about cameras. */
export function cameraHandlers({ nvrs, singles }: HandlerServices): Pick<Handlers, CameraChannel> {
  return {
    'camera:list': async () => ok(await nvrs.listCameras()),
    'camera:add': pending,
    'camera:add-single': (request) => singles.add(request),
    'camera:edit': pending,
    'camera:set-enabled': pending,
    'camera:rename': pending,
    'camera:move': pending,
    'camera:remove': pending,
  };
}

import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type CameraChannel = Extract<keyof Handlers, `camera:${string}`>;

/** Requests about cameras. */
export function cameraHandlers({
  nvrs,
  cameras,
  singles,
}: HandlerServices): Pick<Handlers, CameraChannel> {
  return {
    'camera:list': async () => ok(await nvrs.listCameras()),
    'camera:add': (request) => cameras.add(request),
    'camera:add-single': (request) => singles.add(request),
    'camera:edit': (request) => cameras.edit(request),
    'camera:set-enabled': (request) => cameras.setEnabled(request),
    'camera:rename': (request) => cameras.rename(request),
    'camera:move': (request) => cameras.move(request),
    'camera:remove': ({ ids }) => cameras.remove(ids),
  };
}

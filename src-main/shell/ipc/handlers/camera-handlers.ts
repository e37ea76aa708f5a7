import type { cameraRequests } from '@contract/domains/camera.ts';
import { ok } from '@contract/result.ts';
import type { AdminChanges } from '../admin-changes.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type CameraChannel = keyof typeof cameraRequests;

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

/** What the admin log keeps of them. */
export const cameraChanges: AdminChanges<CameraChannel> = {
  'camera:add': ({ nvrId, channel, name }, { nvr }) => ({ nvr: nvr(nvrId), channel, name }),
  'camera:add-single': ({ name, mainUrl }) => ({ name, mainUrl }),
  'camera:edit': ({ id, name, channel, isEnabled }, { cameras }) => ({
    ...{ camera: cameras([id])[0], name, channel, isEnabled },
  }),
  'camera:set-enabled': ({ ids, isEnabled }, { cameras }) => ({ cameras: cameras(ids), isEnabled }),
  'camera:rename': ({ names }, { cameras }) => ({
    cameras: cameras(names.map(({ id }) => id)),
    names: names.map(({ name }) => name),
  }),
  'camera:move': ({ ids, beforeId }, { cameras }) => ({
    cameras: cameras(ids),
    before: beforeId === null ? null : cameras([beforeId])[0],
  }),
  'camera:remove': ({ ids }, { cameras }) => ({ cameras: cameras(ids) }),
};

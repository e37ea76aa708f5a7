import { request, typed } from '../define.ts';
import {
  cameraEditSchema,
  cameraMoveSchema,
  cameraNamesSchema,
  cameraRemovalSchema,
  camerasEnabledSchema,
  newCameraSchema,
  singleCameraSchema,
} from '../models/camera-changes.ts';
import type { Camera } from '../models/camera.ts';
import type { Nvr } from '../models/nvr.ts';
import type { UndoTicket } from '../models/undo.ts';
import type { Subject } from '../permission.ts';

const ofCameras = ({ ids }: { ids: readonly number[] }): Subject => ({ cameras: ids });

/** Requests about cameras. */
export const cameraRequests = {
  'camera:list': request({ permission: 'watch', output: typed<Camera[]>() }),
  'camera:add': request({
    permission: 'manage',
    input: newCameraSchema,
    output: typed<Camera>(),
    concerns: ({ nvrId }) => ({ nvrs: [nvrId] }),
  }),
  /** One camera without a recorder. */
  'camera:add-single': request({
    permission: 'manage',
    input: singleCameraSchema,
    output: typed<Nvr>(),
  }),
  'camera:edit': request({
    permission: 'manage',
    input: cameraEditSchema,
    output: typed<Camera>(),
    concerns: ({ id }) => ({ cameras: [id] }),
  }),
  'camera:set-enabled': request({
    permission: 'manage',
    input: camerasEnabledSchema,
    output: typed<null>(),
    concerns: ofCameras,
  }),
  'camera:rename': request({
    permission: 'manage',
    input: cameraNamesSchema,
    output: typed<null>(),
    concerns: ({ names }) => ({ cameras: names.map(({ id }) => id) }),
  }),
  'camera:move': request({
    permission: 'manage',
    input: cameraMoveSchema,
    output: typed<null>(),
    concerns: ofCameras,
  }),
  'camera:remove': request({
    permission: 'manage',
    input: cameraRemovalSchema,
    output: typed<UndoTicket>(),
    concerns: ofCameras,
  }),
};

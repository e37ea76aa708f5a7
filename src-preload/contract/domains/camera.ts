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

/** Requests about cameras. */
export const cameraRequests = {
  'camera:list': request({ access: 'anyone', output: typed<Camera[]>() }),
  'camera:add': request({ access: 'admin', input: newCameraSchema, output: typed<Camera>() }),
  /** One camera without a recorder. */
  'camera:add-single': request({
    access: 'admin',
    input: singleCameraSchema,
    output: typed<Nvr>(),
  }),
  'camera:edit': request({ access: 'admin', input: cameraEditSchema, output: typed<Camera>() }),
  'camera:set-enabled': request({
    access: 'admin',
    input: camerasEnabledSchema,
    output: typed<null>(),
  }),
  'camera:rename': request({ access: 'admin', input: cameraNamesSchema, output: typed<null>() }),
  'camera:move': request({ access: 'admin', input: cameraMoveSchema, output: typed<null>() }),
  'camera:remove': request({
    access: 'admin',
    input: cameraRemovalSchema,
    output: typed<UndoTicket>(),
  }),
};

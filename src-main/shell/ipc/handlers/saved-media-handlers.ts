import type { savedMediaRequests } from '@contract/domains/saved-media.ts';
import { err, ok } from '@contract/result.ts';
import { NO_CAMERA } from '../../../app/clips/clip-errors.ts';
import { cameraFileName } from '../../../app/files/camera-file-name.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

/** Requests about what people keep of what they see. */
export function savedMediaHandlers({
  nvrs,
  files,
  clips,
}: HandlerServices): Pick<Handlers, keyof typeof savedMediaRequests> {
  return {
    'file:list': async () => ok(await files.list()),
    'file:reveal': ({ fileId }) => files.reveal(fileId),
    'snapshot:save': async ({ cameraId, png, frozenSinceMs }) => {
      const camera = (await nvrs.listCameras()).find(({ id }) => id === cameraId);
      if (camera === undefined) return err(NO_CAMERA);
      const name = cameraFileName(camera.name, new Date(frozenSinceMs ?? Date.now()));
      const baseName = frozenSinceMs === null ? name : `${name} frozen`;
      return files.save({ kind: 'pictures', baseName, extension: 'png', data: png });
    },
    'clip:list': async () => ok(clips.list()),
    'clip:start': ({ cameraId }) => clips.begin(cameraId),
    'clip:stop': ({ clipId }) => clips.end(clipId),
  };
}

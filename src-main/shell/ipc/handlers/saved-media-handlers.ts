import type { savedMediaRequests } from '@contract/domains/saved-media.ts';
import { ok } from '@contract/result.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

/** Requests about what people keep of what they see. */
export function savedMediaHandlers({
  files,
  clips,
  snapshots,
}: HandlerServices): Pick<Handlers, keyof typeof savedMediaRequests> {
  return {
    'file:list': async () => ok(await files.list()),
    'file:reveal': ({ fileId }) => files.reveal(fileId),
    'snapshot:save': (snapshot) => snapshots.save(snapshot),
    'clip:list': async () => ok(clips.list()),
    'clip:start': ({ cameraId }, actor) => clips.begin(cameraId, actor),
    'clip:stop': ({ clipId }) => clips.end(clipId),
  };
}

import { isDeepStrictEqual } from 'node:util';
import type { Nvr, NvrEdit } from '@contract/models/nvr.ts';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
import type { CameraRow } from '../db/tables/camera.table.ts';
import { streamPath, streamPaths } from '../domain/stream-path.ts';

/** What the login and the streams depend on; the name is not among it, so that a new name interrupts nothing. */
const CONNECTION = [
  ...[
    'host',
    'rtspPort',
    'httpPort',
    'isHttps',
    'fingerprint',
    'username',
    'isBasicAllowed',
    'layout',
  ],
] as (keyof Nvr & keyof NvrEdit)[];

/** True when what was learnt about the recorder's login counts no more, and its streams are dialled anew. */
export function hasOtherConnection(edit: NvrEdit, before: Nvr): boolean {
  if (edit.password !== null) return true;
  return CONNECTION.some((fact) => !isDeepStrictEqual(edit[fact], before[fact]));
}

/** True when the cameras' stream addresses are made in another way. */
export function hasOtherLayout(edit: NvrEdit, before: Nvr): boolean {
  return !isDeepStrictEqual(edit.layout, before.layout);
}

/** A camera's addresses by another layout. It has a sub stream if it had one, or if the old layout knew none at all. */
export function movedPaths(
  { channel, sub_path }: Pick<CameraRow, 'channel' | 'sub_path'>,
  before: StreamLayout,
  layout: StreamLayout,
): { main_path: string; sub_path: string | null } {
  const hasSub = sub_path !== null || streamPath(before, channel, 'sub') === null;
  return streamPaths(layout, channel, hasSub);
}

import { z } from 'zod';
import { event, request, typed } from '../define.ts';
import { type Clip, type ClipEvent, clipStartSchema, clipStopSchema } from '../models/clip.ts';
import type { SavedFile, SavedMedia } from '../models/site.ts';
import { snapshotSchema } from '../models/snapshot.ts';
import type { Subject } from '../permission.ts';

const ofCamera = ({ cameraId }: { cameraId: number }): Subject => ({ cameras: [cameraId] });

/** Requests about what people keep of what they see: whoever watches may keep it. Recordings of an NVR are another matter. */
export const savedMediaRequests = {
  /** Snapshots and recordings, the newest first, and no more than a person would look through. */
  'file:list': request({ permission: 'review', output: typed<SavedMedia[]>() }),
  /** Shows a file that the app has written in the system's file manager. */
  'file:reveal': request({
    permission: 'review',
    input: z.strictObject({ fileId: z.uuid() }),
    output: typed<null>(),
  }),
  /** Writes the picture of a tile into a file among the person's pictures. */
  'snapshot:save': request({
    permission: 'watch',
    input: snapshotSchema,
    output: typed<SavedFile>(),
    concerns: ofCamera,
  }),
  /** What is being recorded now. */
  'clip:list': request({ permission: 'watch', output: typed<Clip[]>() }),
  /** Begins to write a camera's live stream into a file among the person's videos; answers with the first bytes. */
  'clip:start': request({
    permission: 'watch',
    input: clipStartSchema,
    output: typed<Clip>(),
    concerns: ofCamera,
  }),
  'clip:stop': request({ permission: 'watch', input: clipStopSchema, output: typed<SavedFile>() }),
};

/** What main tells about it. */
export const savedMediaEvents = {
  'clip:changed': event<ClipEvent>(),
};

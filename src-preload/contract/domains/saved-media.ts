import { z } from 'zod';
import { event, request, typed } from '../define.ts';
import { type Clip, type ClipEvent, clipStartSchema, clipStopSchema } from '../models/clip.ts';
import type { SavedFile, SavedMedia } from '../models/site.ts';
import { snapshotSchema } from '../models/snapshot.ts';

/** Requests about what people keep of what they see: whoever watches may keep it. */
export const savedMediaRequests = {
  /** Snapshots and recordings, the newest first, and no more than a person would look through. */
  'file:list': request({ access: 'anyone', output: typed<SavedMedia[]>() }),
  /** Shows a file that the app has written in the system's file manager. */
  'file:reveal': request({
    access: 'anyone',
    input: z.strictObject({ fileId: z.uuid() }),
    output: typed<null>(),
  }),
  /** Writes the picture of a tile into a file among the person's pictures. */
  'snapshot:save': request({
    access: 'anyone',
    input: snapshotSchema,
    output: typed<SavedFile>(),
  }),
  /** What is being recorded now. */
  'clip:list': request({ access: 'anyone', output: typed<Clip[]>() }),
  /** Begins to write a camera's live stream into a file among the person's videos; answers with the first bytes. */
  'clip:start': request({ access: 'anyone', input: clipStartSchema, output: typed<Clip>() }),
  'clip:stop': request({ access: 'anyone', input: clipStopSchema, output: typed<SavedFile>() }),
};

/** What main tells about it. */
export const savedMediaEvents = {
  'clip:changed': event<ClipEvent>(),
};

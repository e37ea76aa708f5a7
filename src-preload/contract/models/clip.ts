import { z } from 'zod';
import type { Message } from '../messages.ts';
import type { SavedFile } from './site.ts';

/** Whose live stream is to be recorded. */
export const clipStartSchema = z.strictObject({ cameraId: z.number().int().positive() });

/** Which recording is meant. */
export const clipStopSchema = z.strictObject({ clipId: z.uuid() });

/** One live stream that is being written to a file. */
export interface Clip {
  clipId: string;
  cameraId: number;
  /** How long (ms) it has recorded, told every second. */
  lastsMs: number;
  bytes: number;
}

/** A recording began, grew or ended. */
export type ClipEvent =
  | { state: 'recording'; clip: Clip }
  | {
      state: 'ended';
      clipId: string;
      /** Null: nothing could be kept. */
      file: SavedFile | null;
      /** Why it ended by itself; null where a person stopped it. */
      reason: Message | null;
    };

import { z } from 'zod';
import { hint } from '../messages.ts';

/** The pictures of a 4K camera have up to 25 MB as PNG. */
const PNG_MAX_BYTES = 64 * 1024 * 1024;
/** The first bytes of every PNG file (PNG specification, 5.2). */
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The picture on a tile, to be saved. */
export const snapshotSchema = z.strictObject({
  cameraId: z.number().int().positive(),
  png: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length <= PNG_MAX_BYTES, hint('picture-too-large'))
    .refine(
      (bytes) => PNG_SIGNATURE.every((byte, index) => bytes[index] === byte),
      hint('not-a-picture'),
    ),
  /** Unix time in ms of a picture that is not live; null: live. The file's name says so. */
  frozenSinceMs: z.number().int().min(0).max(8.64e15).nullable(),
  /** Unix time in ms of a picture that a recorder had recorded; null: it is none. */
  recordedAtMs: z.number().int().min(0).max(8.64e15).nullable().default(null),
});

/** What `snapshot:save` takes. */
export type Snapshot = z.output<typeof snapshotSchema>;

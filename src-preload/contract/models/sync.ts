import { z } from 'zod';
import type { Result } from '../result.ts';
import type { ProbedList, ProbeFailure } from './probe.ts';

const id = z.number().int().positive();
/** As many as a recorder with 256 channels can bring forth, several for each. */
const MAX_CHANGES = 2_048;

/** Which recorder to look at; progress comes as `nvr:probe-progress`, and `nvr:cancel-probe` ends it. */
export const syncRequestSchema = z.strictObject({ id, probeId: z.uuid() });

/** The changes of one preview that somebody picked. None: the recorder is only taken as the one that is meant, see `otherDevice`. */
export const syncPicksSchema = z.strictObject({
  id,
  previewId: z.uuid(),
  keys: z.array(z.string().max(64)).max(MAX_CHANGES),
});

/** One difference between the recorder and what is stored. `key` names it within its preview. */
export type SyncChange = { key: string; channel: number } & (
  | { kind: 'added'; name: string; hasSub: boolean; isOnline: boolean | null }
  /** `isEditedByHand`: somebody gave it a name of their own, which is kept unless this is picked. */
  | { kind: 'renamed'; cameraId: number; from: string; to: string; isEditedByHand: boolean }
  /** The recorder does not list it any more: it is marked, and kept until somebody removes it. */
  | { kind: 'gone'; cameraId: number; name: string }
  /** It was marked as gone and is listed again. */
  | { kind: 'back'; cameraId: number; name: string }
  /** Its sub stream appeared or went away. */
  | { kind: 'sub-stream'; cameraId: number; name: string; hasSub: boolean }
);

/** What a sync would change; nothing has been yet. */
export interface SyncPreview {
  previewId: string;
  /** Ascending by channel. */
  changes: SyncChange[];
  /** Cameras that are the same on both sides. */
  unchanged: number;
  /** What could not be read this time, and was therefore not compared. */
  unread: ProbedList[];
  /** Cameras above the last channel that can be stored; they were not compared. */
  leftOut: number;
  /** Another serial number than the stored one answered: this may be another recorder. Null: the same, or unknown. */
  otherDevice: { storedSerial: string; seenSerial: string } | null;
}

/** How a preview ended; its failure is what the installer came to learn. */
export type SyncOutcome = Result<SyncPreview, ProbeFailure>;

/** What was done, in cameras. */
export interface SyncApplied {
  changed: number;
}

/** Which recorder is to be compared. */
export type SyncRequest = z.output<typeof syncRequestSchema>;
/** Which changes are to be made. */
export type SyncPicks = z.output<typeof syncPicksSchema>;

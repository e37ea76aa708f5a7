import type { SavedFile } from '@contract/models/site.ts';

/** A file that is written for a while, under a name that says it is not complete. */
export interface GrowingFile {
  /** Its path until then; it exists and is empty. */
  readonly part: string;
  /** Gives it its name, after the last write. Throws when the disk refuses. */
  keep(): Promise<SavedFile>;
  discard(): Promise<void>;
}

import { z } from 'zod';
import { eventFilterSchema } from './events/journal.ts';
import type { SavedFile } from './site.ts';

/** Which rows of the journal are to be written. */
export const journalExportSchema = z.strictObject({ filter: eventFilterSchema });

/** A table that was written. */
export interface CsvExported extends SavedFile {
  rows: number;
}

/** How far the one that is being written is. */
export interface CsvProgress {
  rows: number;
}

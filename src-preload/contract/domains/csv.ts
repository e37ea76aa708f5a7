import { event, request, typed } from '../define.ts';
import { type CsvExported, type CsvProgress, journalExportSchema } from '../models/csv.ts';
import type { EventFilter } from '../models/events/journal.ts';
import type { Subject } from '../permission.ts';

/** Nothing for a filter that narrows to neither: it concerns the whole site. */
const ofFilter = ({ cameraIds: cameras, nvrIds: nvrs }: EventFilter): Subject => ({
  ...(cameras.length > 0 ? { cameras } : {}),
  ...(nvrs.length > 0 ? { nvrs } : {}),
});

/** Requests about tables that people take out of the system. Answered when the file is there; null: nobody chose a file, or it was called off. */
export const csvRequests = {
  'csv:export-journal': request({
    permission: 'export',
    input: journalExportSchema,
    output: typed<CsvExported | null>(),
    concerns: ({ filter }) => ofFilter(filter),
  }),
  'csv:export-health': request({ permission: 'export', output: typed<CsvExported | null>() }),
  /** Calls off what is being written. */
  'csv:cancel': request({ permission: 'export', output: typed<null>() }),
};

/** What main tells about them. */
export const csvEvents = {
  'csv:progress': event<CsvProgress>(),
};

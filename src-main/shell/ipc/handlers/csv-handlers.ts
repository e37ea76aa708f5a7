import type { csvRequests } from '@contract/domains/csv.ts';
import { ok } from '@contract/result.ts';
import type { AdminChanges } from '../admin-changes.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type CsvChannel = keyof typeof csvRequests;

/** Requests about tables that people take out of the system. */
export function csvHandlers({ csv }: HandlerServices): Pick<Handlers, CsvChannel> {
  return {
    'csv:export-journal': ({ filter }) => csv.exportJournal(filter),
    'csv:export-health': () => csv.exportHealth(),
    'csv:cancel': async () => {
      csv.cancel();
      return ok(null);
    },
  };
}

/** What the admin log keeps of them: what left, and where to. */
export const csvChanges: AdminChanges<CsvChannel> = {
  'csv:export-journal': ({ filter }, _names, answer) => ({
    ...{ filter, path: answer?.path ?? null, rows: answer?.rows ?? null },
  }),
  'csv:export-health': (_request, _names, answer) => ({ path: answer?.path ?? null }),
  'csv:cancel': null,
};

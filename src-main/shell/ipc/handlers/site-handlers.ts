import type { siteRequests } from '@contract/domains/site.ts';
import { ok } from '@contract/result.ts';
import type { AdminChanges } from '../admin-changes.ts';
import type { Handlers } from '../answer.ts';
import type { HandlerServices } from './handler-services.ts';

type SiteChannel = keyof typeof siteRequests;

/** Requests about the whole site: taking it elsewhere, keeping copies, taking removals back. */
export function siteHandlers({
  undo,
  siteFiles,
  backups,
  wall,
}: HandlerServices): Pick<Handlers, SiteChannel> {
  return {
    'undo:run': ({ undoId }) => undo.run(undoId),
    'site:export': (request) => siteFiles.export(request, wall),
    'site:preview-import': ({ text }) => siteFiles.preview(text),
    'site:import': (request) => siteFiles.import(request, wall),
    'backup:list': async () => ok(await backups.list()),
    'backup:create': () => backups.create(),
    'backup:restore': ({ backupId }) => backups.restore(backupId),
  };
}

/** What the admin log keeps of them. */
export const siteChanges: AdminChanges<SiteChannel> = {
  'undo:run': () => ({}),
  'site:export': ({ passphrase }, _names, { path }) => ({
    ...{ withPasswords: passphrase !== null, path },
  }),
  'site:preview-import': null,
  'site:import': (_request, _names, counts) => ({ ...counts }),
  'backup:list': null,
  'backup:create': (_request, _names, { backupId }) => ({ backupId }),
  'backup:restore': ({ backupId }) => ({ backupId }),
};
